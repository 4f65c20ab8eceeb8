package org.graphgarden.runtime.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;

/** A body that ends in a refusal when it is too long, too slow or broken off: whoever reads it meets no failure but his own. */
final class BoundedBody extends FilterInputStream {

    private final long announced;
    private final long most;
    private final Duration time;
    private final long start = System.nanoTime();
    private long read;

    /** @param announced length that the caller gave, -1 for none */
    BoundedBody(InputStream body, long announced, long most, Duration time) {
        super(body);
        this.announced = announced;
        this.most = most;
        this.time = time;
    }

    /** @throws RefusedException when the caller said himself that it is too long; nothing needs to be read for that */
    void checkAnnounced() {
        if (announced > most) {
            throw tooLong();
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int got = came(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("what is skipped is not counted");
    }

    private int came(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException | HttpException.RuntimeException e) {
            throw isSilence(e) ? refused(408, "nothing came any more") : refused(400, "the body broke off");
        }
    }

    private static boolean isSilence(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(TimeoutException.class::isInstance);
    }

    private void count(int got) {
        read += got;
        if (read > most) {
            throw tooLong();
        }
        if (System.nanoTime() - start > time.toNanos()) {
            throw refused(408, "the body did not come within " + time.toSeconds() + " s");
        }
    }

    private RefusedException tooLong() {
        return refused(413, "the body is longer than " + most + " bytes");
    }

    private static RefusedException refused(int status, String why) {
        return new RefusedException(Answer.line(status, why).closing());
    }
}
