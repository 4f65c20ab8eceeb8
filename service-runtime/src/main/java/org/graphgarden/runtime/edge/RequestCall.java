package org.graphgarden.runtime.edge;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A call by HTTP. */
final class RequestCall implements Call {

    private final Request request;
    private final BoundedBody body;

    RequestCall(Request request, Route route, Duration time) {
        this.request = request;
        this.body = new BoundedBody(Content.Source.asInputStream(request), request.getLength(), route.maxBody(), time);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public InputStream body() {
        body.checkAnnounced();
        return body;
    }
}
