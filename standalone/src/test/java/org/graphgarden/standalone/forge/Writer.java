package org.graphgarden.standalone.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A person with a clone, who pushes; when somebody else was faster, once more on top of theirs. */
final class Writer {
    private static final int MOST_TRIES = 60;
    private static final int PATTERNS = 4;

    private final String name;
    private final Path clone;
    private final String address;
    private final Map<String, String> variables;
    private final Random random;

    /**
     * Makes the clone.
     *
     * @param place folder for it
     * @param address of the repository
     * @param variables of Git, such as those that let it in
     */
    Writer(String name, Path place, String address, Map<String, String> variables)
            throws IOException, InterruptedException {
        this.name = name;
        this.clone = Files.createDirectories(place.resolve(name));
        this.address = address;
        this.variables = variables;
        this.random = new Random(name.hashCode());
        RealGit.git(clone, "init", "-q", "-b", "main");
        RealGit.git(clone, "config", "user.name", name);
        RealGit.git(clone, "config", "user.email", name + "@forge.example");
        RealGit.git(clone, "config", "gc.auto", "0");
    }

    /** Adds, edits or removes one of the writer's own patterns, and pushes that. */
    void push(int number) throws IOException, InterruptedException {
        String slug = name + "-" + random.nextInt(PATTERNS);
        Path file = clone.resolve(name).resolve(slug + ".md");
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && random.nextInt(PATTERNS) == 0) {
            Files.delete(file);
        } else {
            Files.writeString(
                    file,
                    "---\nslug: " + slug + "\ntitle: " + slug + "\n---\n\nWritten in round " + number + " by " + name
                            + "\n");
        }
        RealGit.git(clone, "add", "-A");
        RealGit.git(clone, "commit", "-q", "-m", "Round " + number);
        deliver();
    }

    private void deliver() throws IOException, InterruptedException {
        RealGit.Ended ended = new RealGit.Ended(1, "never tried");
        for (int i = 0; i < MOST_TRIES; i++) {
            ended = remote("push", "-q", address, "HEAD:main");
            if (ended.fine()) {
                return;
            }
            if (remote("fetch", "-q", address, "main").fine()) {
                RealGit.git(clone, "rebase", "-q", "FETCH_HEAD");
            }
        }
        throw new IOException("never got through: " + ended.output());
    }

    private RealGit.Ended remote(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", clone.toString()));
        line.addAll(List.of(arguments));
        return RealGit.run(variables, line);
    }
}
