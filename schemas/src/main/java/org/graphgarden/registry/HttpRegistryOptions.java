package org.graphgarden.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a registry is reached.
 *
 * @param urls base addresses of one and the same registry, one or more; asked in this order until one answers
 * @param trustStore certificates to believe an https server with; empty for those that come with Java
 * @param timeout how long one address may take for one answer, more than 0
 * @param patience how long a request is tried again while no address answers; 0 or more
 * @param register whether schemas that are missing are registered; otherwise they are only looked up
 */
public record HttpRegistryOptions(
        List<URI> urls,
        Credentials credentials,
        Optional<TrustStore> trustStore,
        Duration timeout,
        Duration patience,
        boolean register) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(20);

    public HttpRegistryOptions {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("urls is empty, but has to name one address or more");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", but has to be more than 0");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience is " + patience + ", but has to be 0 or more");
        }
    }

    /** Defaults, for a registry that asks nobody who they are. */
    public static HttpRegistryOptions of(List<URI> urls) {
        return new HttpRegistryOptions(
                urls, new Credentials.Anonymous(), Optional.empty(), DEFAULT_TIMEOUT, DEFAULT_PATIENCE, true);
    }
}
