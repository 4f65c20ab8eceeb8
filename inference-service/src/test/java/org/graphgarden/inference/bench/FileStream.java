package org.graphgarden.inference.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Pattern files from a stream, each ended by a zero byte, as {@code bench/synthetic_garden.py -} writes them. */
final class FileStream {
    private final InputStream in;

    FileStream(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 20);
    }

    /** The next file; empty at the end. */
    byte[] next() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 15);
        int read = in.read();
        while (read > 0) {
            file.write(read);
            read = in.read();
        }
        return file.toByteArray();
    }
}
