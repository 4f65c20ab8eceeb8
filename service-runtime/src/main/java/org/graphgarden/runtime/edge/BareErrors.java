package org.graphgarden.runtime.edge;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, such as headers that are too long, gets a status and nothing that tells about us. */
final class BareErrors implements Request.Handler {

    private static final String RETRY_SECONDS = "1";

    private final EdgeMetrics metrics;

    BareErrors(EdgeMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (response.getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
            // Whatever somebody speaks is no fault of ours, and who watches for 5xx need not hear of it.
            response.setStatus(HttpStatus.BAD_REQUEST_400);
        }
        metrics.refused(response.getStatus());
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        response.write(true, ByteBuffer.allocate(0), callback);
        return true;
    }
}
