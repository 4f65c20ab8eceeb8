package org.graphgarden.runtime.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;

/**
 * Tells callers apart. Whom an address stands for is known when it is connected itself, or when a trusted proxy says so in
 * {@code X-Forwarded-For}. This machine's own addresses that are not trusted are most likely a proxy of which nobody told us:
 * they stand for nobody, since everybody comes through it.
 */
final class Callers {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    private final List<Network> proxies;
    private final Consumer<InetAddress> unknownProxy;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Nobody has called yet.
     *
     * @param proxies whose word on who asks is believed
     * @param unknownProxy told once, of the first private address that speaks for others and is not believed
     */
    Callers(List<Network> proxies, Consumer<InetAddress> unknownProxy) {
        this.proxies = List.copyOf(proxies);
        this.unknownProxy = unknownProxy;
    }

    /** Who asks; empty when that is not known. */
    Optional<String> of(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? of(socket.getAddress(), request.getHeaders().getValuesList(FORWARDED))
                : Optional.empty();
    }

    /**
     * Whom a connection stands for; empty when that is not known.
     *
     * @param forwarded values of {@code X-Forwarded-For}: who was farther away stands before who was nearer
     */
    Optional<String> of(InetAddress connected, List<String> forwarded) {
        if (!isProxy(connected)) {
            if (!forwarded.isEmpty() && isPrivate(connected) && told.compareAndSet(false, true)) {
                unknownProxy.accept(connected);
            }
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

    private static boolean isPrivate(InetAddress address) {
        boolean uniqueLocal =
                address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }
}
