package org.graphgarden.ingest.webhook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a body until it is known whether anybody should read it: a little in memory, more than that in a file. */
final class Spool implements Closeable {

    /** Most bytes in memory; what grows to hold them takes three times as much for a moment. */
    private static final int IN_MEMORY = 256 * 1024;

    private final Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;

    Spool(Path folder) {
        this.folder = folder;
    }

    void write(byte[] bytes, int length) throws IOException {
        if (out == null && memory.size() + length > IN_MEMORY) {
            file = Files.createTempFile(Files.createDirectories(folder), "webhook-", ".body");
            out = Files.newOutputStream(file, StandardOpenOption.WRITE);
            memory.writeTo(out);
            memory.reset();
        }
        if (out == null) {
            memory.write(bytes, 0, length);
        } else {
            out.write(bytes, 0, length);
        }
    }

    /** Whether more was written than is held in memory. */
    boolean isLong() {
        return file != null;
    }

    /** Everything that was written, as often as one likes; nothing can be written afterwards. The caller closes it. */
    InputStream read() throws IOException {
        if (out == null || file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        out.close();
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        try {
            if (out != null) {
                out.close();
            }
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
