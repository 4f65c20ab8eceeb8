package org.graphgarden.runtime.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
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
 */
public record EdgeSettings(String host, int port, Optional<Secret> token, Duration requestTime, int threads) {

    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String TOKEN = "token";
    private static final String REQUEST_TIME = "request-time";
    private static final String THREADS = "threads";

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
                            "Most requests that are answered at a time."));

    public EdgeSettings {
        if (requestTime.isNegative() || requestTime.isZero()) {
            throw new IllegalArgumentException("requestTime is " + requestTime + ", but has to be positive");
        }
        if (threads < 4) {
            throw new IllegalArgumentException("threads is " + threads + ", but has to be 4 or more");
        }
    }

    /** Reads checked settings of {@link #SECTION}. */
    public static EdgeSettings of(Settings settings) {
        return new EdgeSettings(
                settings.getString(HOST),
                settings.getInt(PORT),
                settings.getSecret(TOKEN),
                settings.getDuration(REQUEST_TIME),
                settings.getInt(THREADS));
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
