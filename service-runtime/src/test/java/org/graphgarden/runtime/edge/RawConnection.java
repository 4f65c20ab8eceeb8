package org.graphgarden.runtime.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes to a listener and back, for what a well-behaved client would not send. */
final class RawConnection implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 20_000;

    private final Socket socket;

    RawConnection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(DEADLINE_MILLIS);
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Says that nothing more comes. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** As many bytes as the other side takes; false when it took fewer. */
    boolean sendBytes(long count) {
        byte[] chunk = new byte[64 * 1024];
        try {
            for (long left = count; left > 0; left -= chunk.length) {
                socket.getOutputStream().write(chunk, 0, (int) Math.min(left, chunk.length));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Everything until the other side closes. */
    String readToEnd() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            all.write(next);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
