package org.graphgarden.inference.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * All weights of inference in one JSON object: {@code format}, {@code name}, {@code about} (data, date, command and figures of the
 * fit, for people) and named parts such as {@code links}, {@code types} and {@code entities}. Each part is read, checked and written
 * by the package that uses it; here only the envelope is known. Immutable as long as nobody writes to the nodes.
 */
public final class ModelFile {
    /** Version of the envelope and of its parts; a file of another one is refused. */
    public static final int FORMAT = 2;

    private static final String RESOURCE = "graph-garden.model.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int IDENTITY_BYTES = 4;

    private final String source;
    private final ObjectNode content;

    private ModelFile(String source, ObjectNode content) {
        this.source = source;
        this.content = content;
        if (content.path("format").asInt() != FORMAT) {
            throw new ModelFileException(
                    source,
                    "format",
                    "is " + content.path("format") + ", but this program reads format " + FORMAT
                            + "; fit the model again with 'garden fit'");
        }
        if (content.path("name").asText().isBlank()) {
            throw new ModelFileException(source, "name", "is missing; give the model a name");
        }
    }

    /** The model that ships. */
    public static ModelFile shipped() {
        try (InputStream in = ModelFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return parse(RESOURCE, in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The model that an operator or a steward names.
     *
     * @param path file to read; empty for the model that ships
     * @throws ModelFileException when there is no such file, or it cannot be read as a model
     */
    public static ModelFile named(String path) {
        return path.isBlank() ? shipped() : read(Path.of(path));
    }

    /**
     * Reads a model file.
     *
     * @throws ModelFileException when there is no such file, or it cannot be read as a model
     */
    public static ModelFile read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw new ModelFileException(file.toString(), "", "there is no such file");
        } catch (IOException failure) {
            throw new ModelFileException(file.toString(), "", "cannot be read: " + failure);
        }
    }

    private static ModelFile parse(String source, byte[] bytes) throws IOException {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode content) {
                return new ModelFile(source, content);
            }
            throw new ModelFileException(source, "", "is not a JSON object");
        } catch (JsonProcessingException broken) {
            throw new ModelFileException(source, "", "is not JSON: " + broken.getOriginalMessage());
        }
    }

    /** This model with one part, or {@code about} or {@code name}, replaced. */
    public ModelFile with(String part, JsonNode value) {
        ObjectNode changed = content.deepCopy();
        changed.set(part, value);
        return new ModelFile(source, changed);
    }

    /**
     * The part that one package reads.
     *
     * @throws ModelFileException when the file does not have it
     */
    public ModelPart part(String name) {
        JsonNode part = content.path(name);
        if (!part.isObject()) {
            throw new ModelFileException(source, name, "is missing; fit the model again with 'garden fit'");
        }
        return new ModelPart(source, name, part);
    }

    /** What the file says of its fit, for people. */
    public JsonNode about() {
        return content.path("about");
    }

    /**
     * Name of the model and, after an at sign, the first eight hexadecimal digits of the SHA-256 of its content: two files that differ in a
     * weight differ here, whatever they are called.
     */
    public String identity() {
        try {
            ObjectNode weights = content.deepCopy();
            weights.remove("about");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(weights));
            return content.path("name").asText() + "@" + HexFormat.of().formatHex(hash, 0, IDENTITY_BYTES);
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file's text, ending in a newline. */
    public String text() {
        try {
            return JSON.writeValueAsString(content) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the file; what stood there is replaced. */
    public void write(Path file) throws IOException {
        Files.write(file, text().getBytes(StandardCharsets.UTF_8));
    }
}
