package org.graphgarden.inference.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers a model's embeddings in a folder: one file a text, {@code <folder>/<model>/<2 hex>/<SHA-256 of the text>}, which holds
 * the floats and their CRC-32. Several processes may share the folder. A file that is damaged is computed again; a folder that
 * cannot be written costs time, not results.
 */
public final class CachedSentenceModel implements SentenceModel {
    private static final Logger LOG = LoggerFactory.getLogger(CachedSentenceModel.class);

    private final SentenceModel model;
    private final Path folder;
    private final AtomicBoolean warned = new AtomicBoolean();

    public CachedSentenceModel(SentenceModel model, Path folder) {
        this.model = model;
        this.folder = folder.resolve(model.name());
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Embedding embed(String text) {
        Path file = fileOf(text);
        return read(file).orElseGet(() -> {
            Embedding embedding = model.embed(text);
            write(file, embedding);
            return embedding;
        });
    }

    private Path fileOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            String name = HexFormat.of().formatHex(hash);
            return folder.resolve(name.substring(0, 2)).resolve(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Optional<Embedding> read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            int length = bytes.capacity() - Integer.BYTES;
            if (length < 0 || length % Float.BYTES != 0) {
                return Optional.empty();
            }
            ByteBuffer floats = bytes.slice(0, length);
            return bytes.getInt(length) == checksum(floats)
                    ? Optional.of(Embedding.fromBytes(floats))
                    : Optional.empty();
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.debug("cached embedding {} cannot be read", file, unreadable);
            return Optional.empty();
        }
    }

    /** Moved into place whole, so that no reader and no second run ever sees half of it. */
    private void write(Path file, Embedding embedding) {
        ByteBuffer floats = embedding.toBytes();
        ByteBuffer bytes = ByteBuffer.allocate(floats.remaining() + Integer.BYTES);
        bytes.put(floats.duplicate()).putInt(checksum(floats));
        try {
            Path parent = Files.createDirectories(
                    folder.resolve(file.getFileName().toString().substring(0, 2)));
            Path whole = Files.createTempFile(parent, "new", ".tmp");
            try {
                Files.write(whole, bytes.array());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failure) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("embeddings cannot be remembered in {}; every run computes them again", folder, failure);
            }
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }
}
