package org.graphgarden.runtime.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
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
    private final Callers callers;
    private final Gatekeeper gatekeeper;
    private final Duration requestTime;
    private final Semaphore lingering;

    EdgeHandler(List<Route> routes, EdgeSettings settings, Gatekeeper gatekeeper) {
        this.routes = List.copyOf(routes);
        this.token = BearerToken.of(settings.token());
        this.callers = new Callers(settings.proxies(), EdgeHandler::tellOfProxy);
        this.gatekeeper = gatekeeper;
        this.requestTime = settings.requestTime();
        this.lingering = new Semaphore(settings.threads() / 4);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            new Reply(request, response, lingering).send(answer(request));
            callback.succeeded();
        } catch (IOException e) {
            LOG.debug("a caller went away", e);
            callback.failed(e);
        }
        return true;
    }

    private Answer answer(Request request) {
        try {
            return routed(request);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), Request.getPathInContext(request), e);
            return Answer.line(500, "something went wrong here; the log of the service says what")
                    .closing();
        }
    }

    private Answer routed(Request request) {
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

    private Answer watched(Request request, Route route) {
        return callers.of(request)
                .map(caller -> gatekeeper.answer(caller, route, () -> admitted(request, route)))
                .orElseGet(() -> admitted(request, route));
    }

    private Answer admitted(Request request, Route route) {
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
        } catch (IOException e) {
            // The body ends in refusals only, so this is nothing that a caller did.
            throw new UncheckedIOException(e);
        }
    }

    private static void tellOfProxy(InetAddress proxy) {
        LOG.warn(
                "{} sends X-Forwarded-For and is not in http.trusted-proxies: name it there if it is your proxy, else all"
                        + " callers behind it are taken for one",
                proxy.getHostAddress());
    }

    /** All paths, for a log line. */
    String paths() {
        return routes.stream().map(Route::path).distinct().sorted().collect(Collectors.joining(", "));
    }
}
