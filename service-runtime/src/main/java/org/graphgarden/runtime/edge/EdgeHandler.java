package org.graphgarden.runtime.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request, sees who asks, and sends what the route answers. */
final class EdgeHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeHandler.class);

    private final List<Route> routes;
    private final BearerToken token;
    private final Gatekeeper gatekeeper;
    private final Duration requestTime;
    private final EdgeMetrics metrics;

    EdgeHandler(
            List<Route> routes, BearerToken token, Gatekeeper gatekeeper, Duration requestTime, EdgeMetrics metrics) {
        this.routes = List.copyOf(routes);
        this.token = token;
        this.gatekeeper = gatekeeper;
        this.requestTime = requestTime;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            new Reply(request, response).send(answer(request));
            callback.succeeded();
        } catch (IOException e) {
            LOG.debug("a caller went away", e);
            callback.failed(e);
        }
        return true;
    }

    private Answer answer(Request request) throws IOException {
        try {
            return routed(request);
        } catch (RefusedException e) {
            return e.answer();
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), Request.getPathInContext(request), e);
            return Answer.line(500, "something went wrong here; the log of the service says what")
                    .closing();
        }
    }

    private Answer routed(Request request) throws IOException {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        List<Route> there = routes.stream()
                .filter(route -> route.path().equals(Request.getPathInContext(request)))
                .toList();
        Optional<Route> found =
                there.stream().filter(route -> route.method().equals(method)).findFirst();
        if (there.isEmpty()) {
            return Answer.line(404, "there is nothing here").closing();
        }
        if (found.isEmpty()) {
            Set<String> allowed = new TreeSet<>();
            there.forEach(route -> allowed.add(route.method()));
            return Answer.line(405, "this takes " + String.join(", ", allowed) + " only")
                    .with("Allow", String.join(", ", allowed))
                    .closing();
        }
        return found.get().canRefuse() ? watched(request, found.get()) : admitted(request, found.get());
    }

    private Answer watched(Request request, Route route) throws IOException {
        Optional<Answer> away = gatekeeper.turnsAway(request);
        if (away.isPresent()) {
            metrics.refused(away.get().status());
            return away.get();
        }
        Answer answer = admitted(request, route);
        gatekeeper.saw(request, answer);
        return answer;
    }

    private Answer admitted(Request request, Route route) throws IOException {
        Call call = new RequestCall(request, route, requestTime);
        if (route.access() == Route.Access.TOKEN && !token.admits(call)) {
            return Answer.line(401, "send the token as Authorization: Bearer")
                    .with("WWW-Authenticate", "Bearer")
                    .closing();
        }
        try {
            return route.handler().answer(call);
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    /** All paths, for a log line. */
    String paths() {
        return routes.stream().map(Route::path).distinct().sorted().collect(Collectors.joining(", "));
    }
}
