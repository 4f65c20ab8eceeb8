package org.graphgarden.runtime.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that ends in a refusal when it is too long or too slow. */
final class BoundedBody extends FilterInputStream {

    private final long announced;
    private final long most;
    private final Duration time;
    private final long start = System.nanoTime();
    private long read;

    /** @param announced length that the caller gave, -1 for none; too long a one is refused before anything is read */
    BoundedBody(InputStream body, long announced, long most, Duration time) {
        super(body);
        this.announced = announced;
        this.most = most;
        this.time = time;
    }

    private RefusedException tooLong() {
        return new RefusedException(
                Answer.line(413, "the body is longer than " + most + " bytes").closing());
    }

    @Override
    public int read() throws IOException {
        checkAnnounced();
        int next = in.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        checkAnnounced();
        int got = in.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("what is skipped is not counted");
    }

    private void checkAnnounced() {
        if (announced > most) {
            throw tooLong();
        }
    }

    private void count(int got) {
        read += got;
        if (read > most) {
            throw tooLong();
        }
        if (System.nanoTime() - start > time.toNanos()) {
            throw new RefusedException(Answer.line(408, "the body did not come within " + time.toSeconds() + " s")
                    .closing());
        }
    }
}
