package org.graphgarden.runtime.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listener of a program: {@code /health/live}, {@code /health/ready}, {@code /metrics} and what its services add. Headers
 * are read without a thread; a request holds one from its first byte of body to its answer. Serves plain HTTP: who is
 * reachable from outside stands behind a proxy that speaks TLS.
 */
public final class ServiceEdge implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceEdge.class);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int CONNECTIONS = 512;
    /** Threads of the listener itself, and for health and metrics, which never wait for a place. */
    private static final int OWN_THREADS = 8;
    /** Requests that may wait for a place, which takes no thread, and for how long. */
    private static final int QUEUE = 256;

    private static final Duration QUEUE_TIME = Duration.ofSeconds(3);
    /** No byte for this long, and the connection is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** The same, while as many are connected as can be. */
    private static final Duration SILENCE_WHEN_FULL = Duration.ofSeconds(1);

    /** What a request may take beside its arrival: waiting for a place, the answer of its route, and parting. */
    private static final Duration BESIDE_ARRIVAL = Duration.ofSeconds(30);

    private static final Duration PARTING = Duration.ofSeconds(5);

    private final Server server;
    private final URI address;

    private ServiceEdge(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Listens.
     *
     * @param routes what is served beside health and metrics
     * @throws ConfigurationException when others could connect and no token is set, or the address cannot be had
     */
    public static ServiceEdge start(EdgeSettings settings, Health health, Meters meters, List<Route> routes) {
        InetAddress bind = settings.bindAddress();
        List<Route> all = new ArrayList<>(routes);
        all.add(Route.get("/health/live", Route.Access.OPEN, call -> answer(health.live())));
        all.add(Route.get("/health/ready", Route.Access.OPEN, call -> answer(health.ready())));
        all.add(Route.get(
                "/metrics", Route.Access.TOKEN, call -> Answer.text(200, Meters.CONTENT_TYPE, meters.scrape())));
        EdgeMetrics metrics = new EdgeMetrics(meters);
        EdgeHandler handler = new EdgeHandler(all, settings, new Gatekeeper(settings, metrics, System::nanoTime));
        Server server = server(settings, handler, metrics);
        ServerConnector connector = connector(server, bind, settings.port());
        server.addBean(new SlowCallers(connector, settings.requestTime().plus(BESIDE_ARRIVAL), System::nanoTime));
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new ConfigurationException(
                    "cannot listen on http.host " + settings.host() + ", http.port " + settings.port() + ": "
                            + e.getMessage(),
                    e);
        }
        URI address = address(bind, connector.getLocalPort());
        LOG.info("serving {} at {}", handler.paths(), address);
        return new ServiceEdge(server, address);
    }

    /** Where it listens, such as {@code http://127.0.0.1:8085}. */
    public URI address() {
        return address;
    }

    /** Takes no more requests, gives those that are being answered five seconds, and stops. */
    @Override
    public void close() {
        stop(server);
    }

    private static Server server(EdgeSettings settings, EdgeHandler handler, EdgeMetrics metrics) {
        QueuedThreadPool threads = new QueuedThreadPool(settings.threads() + OWN_THREADS, OWN_THREADS);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setHandler(queue(handler, settings.threads()));
        server.setErrorHandler(new BareErrors(metrics));
        server.setStopTimeout(PARTING.toMillis());
        NetworkConnectionLimit limit = new NetworkConnectionLimit(CONNECTIONS, server);
        limit.setEndPointIdleTimeout(SILENCE_WHEN_FULL.toMillis());
        server.addBean(limit);
        return server;
    }

    private static QoSHandler queue(EdgeHandler handler, int atATime) {
        QoSHandler queue = new QoSHandler(handler);
        queue.excludePath("/health/*", "/metrics");
        queue.setMaxRequestCount(atATime);
        queue.setMaxSuspendedRequestCount(QUEUE);
        queue.setMaxSuspend(QUEUE_TIME);
        return queue;
    }

    private static ServerConnector connector(Server server, InetAddress bind, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(bind.getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(SILENCE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    private static Answer answer(List<String> problems) {
        return problems.isEmpty() ? Answer.line(200, "ok") : Answer.line(503, String.join("\n", problems));
    }

    private static URI address(InetAddress bind, int port) {
        String host = bind.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("the listener could not be closed", e);
        } catch (Exception e) {
            throw new IllegalStateException("the listener could not be stopped", e);
        }
    }
}
