package org.graphgarden.runtime.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Durations;
import org.graphgarden.settings.Secret;
import org.graphgarden.settings.Section;
import org.graphgarden.settings.Settings;

/**
 * Where a service listens and for whom.
 *
 * @param host name or address to bind; the loopback interface unless told otherwise
 * @param port port, 0 for any free one
 * @param token what callers have to know; has to be there when others than this machine can connect
 * @param requestTime how long a request may take to arrive whole, positive
 * @param threads most requests that are answered at a time, 4 or more
 * @param proxies whose word on who asks is believed
 * @param failuresPerMinute refusals for want of a token or a signature after which an address is not listened to; 0 for never
 */
public record EdgeSettings(
        String host,
        int port,
        Optional<Secret> token,
        Duration requestTime,
        int threads,
        List<Network> proxies,
        int failuresPerMinute) {

    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String TOKEN = "token";
    private static final String REQUEST_TIME = "request-time";
    private static final String THREADS = "threads";
    private static final String PROXIES = "trusted-proxies";
    private static final String FAILURES = "failures-per-minute";
    private static final int MOST_FAILURES = 60;

    /** How these settings are written. */
    public static final Section SECTION = Section.of(
            "http",
            "Where health, metrics and webhooks are served by what keeps running; `tend` serves nothing.",
            new ConfigDef()
                    .define(
                            HOST,
                            Type.STRING,
                            "127.0.0.1",
                            new ConfigDef.NonEmptyString(),
                            Importance.HIGH,
                            "Address to listen on. One that other machines can reach needs a token.")
                    .define(
                            PORT,
                            Type.INT,
                            8085,
                            Range.between(0, 65535),
                            Importance.HIGH,
                            "Port to listen on; 0 takes any free one.")
                    .define(
                            TOKEN,
                            Type.PASSWORD,
                            "",
                            Secret.onlyReferences(),
                            Importance.HIGH,
                            "What callers send as `Authorization: Bearer`, for everything but /health/ and /webhooks/.")
                    .define(
                            REQUEST_TIME,
                            Type.STRING,
                            "30s",
                            Durations.between("1s", "10m"),
                            Importance.LOW,
                            "How long a request may take to arrive whole.")
                    .define(
                            THREADS,
                            Type.INT,
                            16,
                            Range.between(4, 256),
                            Importance.LOW,
                            "Most requests that are answered at a time.")
                    .define(
                            PROXIES,
                            Type.LIST,
                            "",
                            Network.onlyNetworks(),
                            Importance.MEDIUM,
                            "Addresses or networks (ADDRESS/BITS) of the proxies before this. Who asks is then taken from"
                                    + " X-Forwarded-For, which they have to set.")
                    .define(
                            FAILURES,
                            Type.INT,
                            MOST_FAILURES,
                            Range.between(0, 1_000_000),
                            Importance.LOW,
                            "Requests of one address in a minute that may fail for want of a token or a signature; then it gets"
                                    + " 429. 0: any number. Callers through a proxy on this machine that is not trusted are not told apart"
                                    + " and not limited."));

    public EdgeSettings {
        proxies = List.copyOf(proxies);
        if (requestTime.isNegative() || requestTime.isZero()) {
            throw new IllegalArgumentException("requestTime is " + requestTime + ", but has to be positive");
        }
        if (threads < 4) {
            throw new IllegalArgumentException("threads is " + threads + ", but has to be 4 or more");
        }
        if (failuresPerMinute < 0) {
            throw new IllegalArgumentException(
                    "failuresPerMinute is " + failuresPerMinute + ", but has to be 0 or more");
        }
    }

    /** With no proxy before it. */
    public EdgeSettings(String host, int port, Optional<Secret> token, Duration requestTime, int threads) {
        this(host, port, token, requestTime, threads, List.of(), MOST_FAILURES);
    }

    /** Reads checked settings of {@link #SECTION}. */
    public static EdgeSettings of(Settings settings) {
        return new EdgeSettings(
                settings.getString(HOST),
                settings.getInt(PORT),
                settings.getSecret(TOKEN),
                settings.getDuration(REQUEST_TIME),
                settings.getInt(THREADS),
                settings.getList(PROXIES).stream().map(Network::of).toList(),
                settings.getInt(FAILURES));
    }

    /**
     * The address to bind.
     *
     * @throws ConfigurationException when it is none, or when others can reach it and there is no token
     */
    InetAddress bindAddress() {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && token.isEmpty()) {
                throw new ConfigurationException(
                        "http.host is " + host + ", which other machines can reach, but http.token"
                                + " is not set: set it to ${env:NAME} or ${file:PATH}, or listen on 127.0.0.1");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new ConfigurationException("http.host " + host + " is no address of this machine", e);
        }
    }
}
