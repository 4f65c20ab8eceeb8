package org.graphgarden.standalone.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where what runs can be reached. Kept in the state folder while it runs, for the commands that ask it.
 *
 * @param bootstrapServers of the cluster
 * @param schemaRegistry its address
 * @param edge address of health, metrics and webhooks
 * @param pid of the process that owns the folder
 */
public record Addresses(String bootstrapServers, String schemaRegistry, String edge, long pid) {
    private static final String FILE = "running.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The addresses of what runs on a state folder; empty when nothing does, or it is still starting. */
    public static Optional<Addresses> of(Path state) {
        Path file = state.resolve(FILE);
        if (!Files.exists(file) || !StateFolder.isOwned(state)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Addresses.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    /** Tells others; in one step, so that nobody reads half of it. */
    void tell(StateFolder state) {
        Path part = state.path().resolve(FILE + ".part");
        try {
            JSON.writeValue(part.toFile(), this);
            Files.move(part, state.path().resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the addresses cannot be written to " + state.path(), e);
        }
    }

    /** Takes back what a former owner told. */
    static void withdraw(StateFolder state) {
        try {
            Files.deleteIfExists(state.path().resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("the addresses cannot be taken back in " + state.path(), e);
        }
    }
}
