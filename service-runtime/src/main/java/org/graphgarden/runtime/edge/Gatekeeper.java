package org.graphgarden.runtime.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;

/**
 * Sends callers away who are refused for want of a token or a signature again and again. Whom an address stands for is known
 * when it is connected itself, or when a trusted proxy says so in {@code X-Forwarded-For}. This machine's own addresses that are
 * not trusted are most likely a proxy of which nobody told us: it is never sent away, since everybody comes through it.
 */
final class Gatekeeper {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int UNAUTHORIZED = 401;

    private final List<Network> proxies;
    private final FailureLimit failures;
    private final String retrySeconds;

    /** @param nanoTime time in nanoseconds from any beginning */
    Gatekeeper(EdgeSettings settings, LongSupplier nanoTime) {
        this.proxies = settings.proxies();
        this.failures = new FailureLimit(settings.failuresPerMinute(), nanoTime);
        this.retrySeconds = Integer.toString(new TokenBucket(settings.failuresPerMinute(), nanoTime).secondsToNext());
    }

    /** What a caller gets who is not listened to; nothing of the request is read. */
    Optional<Answer> turnsAway(Request request) {
        return caller(request).filter(failures::isReached).map(caller -> Answer.line(
                        429, "too many requests of yours were refused")
                .with("Retry-After", retrySeconds)
                .closing());
    }

    /** Takes note of how a request was answered. */
    void saw(Request request, Answer answer) {
        if (answer.status() == UNAUTHORIZED) {
            caller(request).ifPresent(failures::failed);
        }
    }

    private Optional<String> caller(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? caller(socket.getAddress(), request.getHeaders().getValuesList(FORWARDED))
                : Optional.empty();
    }

    /**
     * Whom a connection stands for; empty when that is not known.
     *
     * @param forwarded values of {@code X-Forwarded-For}: who was farther away stands before who was nearer
     */
    Optional<String> caller(InetAddress connected, List<String> forwarded) {
        if (!isProxy(connected)) {
            return Optional.of(connected)
                    .filter(each -> !each.isLoopbackAddress())
                    .map(Network::ofCaller);
        }
        List<String> hops =
                forwarded.stream().flatMap(line -> Stream.of(line.split(","))).toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            Optional<InetAddress> hop = Network.literal(hops.get(i).strip());
            if (hop.isEmpty() || !isProxy(hop.get())) {
                return hop.map(Network::ofCaller);
            }
        }
        return Optional.empty();
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.holds(address));
    }
}
