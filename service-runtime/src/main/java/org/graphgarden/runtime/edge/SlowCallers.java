package org.graphgarden.runtime.edge;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections on which one request takes longer than any can that is meant well. Silence is limited by the server
 * itself; this is for those who send a byte now and then, headers above all, and so would keep all places for themselves. Looks
 * every second; what it remembers is bounded by the number of connections.
 */
final class SlowCallers extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlowCallers.class);

    private final ServerConnector connector;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private Map<EndPoint, Seen> seen = new HashMap<>();

    /**
     * How far a connection was.
     *
     * @param requests that had begun
     * @param since when, in nanoseconds
     */
    private record Seen(long requests, long since) {}

    /**
     * Begins when the server starts.
     *
     * @param patience from the beginning of a request to that of the next or the end of the connection
     * @param nanoTime time in nanoseconds from any beginning
     */
    SlowCallers(ServerConnector connector, Duration patience, LongSupplier nanoTime) {
        this.connector = connector;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    @Override
    protected void doStart() {
        lookAgain();
    }

    private void lookAgain() {
        connector.getScheduler().schedule(this::look, 1, TimeUnit.SECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        try {
            closeSlowOnes();
        } finally {
            lookAgain();
        }
    }

    private void closeSlowOnes() {
        long now = nanoTime.getAsLong();
        Map<EndPoint, Seen> connected = new HashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            long requests = endPoint.getConnection().getMessagesIn();
            Seen before = seen.get(endPoint);
            Seen current = before != null && before.requests() == requests ? before : new Seen(requests, now);
            connected.put(endPoint, current);
            if (now - current.since() > patience.toNanos()) {
                LOG.debug("a caller is too slow");
                endPoint.close(new TimeoutException("a request took longer than " + patience.toSeconds() + " s"));
            }
        }
        seen = connected;
    }
}
