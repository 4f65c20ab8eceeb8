package org.graphgarden.runtime.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.thread.Scheduler;

/** Sends one answer. */
final class Reply {

    /** What a caller may still send, unread, while it takes note of the answer. */
    private static final long LINGER_BYTES = 16L * 1024 * 1024;

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final int BUFFER = 16 * 1024;

    private final Request request;
    private final Response response;
    private final Semaphore lingering;

    /** @param lingering how many may be waited for while they take note; the connection of one more is closed at once */
    Reply(Request request, Response response, Semaphore lingering) {
        this.request = request;
        this.response = response;
        this.lingering = lingering;
    }

    void send(Answer answer) throws IOException {
        byte[] body = answer.bytes();
        response.setStatus(answer.status());
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(headers::put);
        if (answer.last()) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        try (Blocker.Callback written = Blocker.callback()) {
            boolean head = request.getMethod().equals("HEAD");
            response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), written);
            written.block();
        }
        if (answer.last() && lingering.tryAcquire()) {
            try {
                linger();
            } finally {
                lingering.release();
            }
        }
    }

    /** Closing on a caller that is still sending would reset the connection, and the answer might be lost with it. */
    private void linger() {
        long end = System.nanoTime() + LINGER.toNanos();
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        Scheduler.Task close = request.getComponents()
                .getScheduler()
                .schedule(endPoint::close, LINGER.toMillis(), TimeUnit.MILLISECONDS);
        byte[] buffer = new byte[BUFFER];
        try (InputStream rest = Content.Source.asInputStream(request)) {
            long left = LINGER_BYTES;
            for (int got = 0; got >= 0 && left > 0 && System.nanoTime() < end; got = rest.read(buffer)) {
                left -= got;
            }
        } catch (IOException e) {
            // The caller is gone already, which is what this waits for, or has kept silent for too long.
        } finally {
            close.cancel();
        }
    }
}
