package org.graphgarden.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets behind the configured references. Looked up anew every ten seconds, so that a secret is rotated by changing a
 * file. One that can no longer be read signs nothing. Safe for several threads.
 */
final class SecretKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SecretKeys.class);
    private static final int SHORTEST = 16;
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Set<Secret> secrets;
    private final LongSupplier nanoTime;
    private volatile Looked looked;

    /** @param at when, in nanoseconds from any beginning */
    private record Looked(Map<Secret, byte[]> keys, long at) {}

    /**
     * Looks all of them up.
     *
     * @param nanoTime time in nanoseconds from any beginning, such as {@link System#nanoTime}
     * @throws ConfigurationException when one cannot be read or is too short to be one
     */
    SecretKeys(Collection<Secret> secrets, LongSupplier nanoTime) {
        this.secrets = new LinkedHashSet<>(secrets);
        this.nanoTime = nanoTime;
        Map<Secret, byte[]> keys = new LinkedHashMap<>();
        this.secrets.forEach(secret -> keys.put(secret, key(secret)));
        looked = new Looked(keys, nanoTime.getAsLong());
    }

    /** The keys by reference. */
    Map<Secret, byte[]> now() {
        Looked current = looked;
        if (nanoTime.getAsLong() - current.at > FRESH_NANOS) {
            current = new Looked(lookUp(), nanoTime.getAsLong());
            looked = current;
        }
        return current.keys;
    }

    private Map<Secret, byte[]> lookUp() {
        Map<Secret, byte[]> keys = new LinkedHashMap<>();
        for (Secret secret : secrets) {
            try {
                keys.put(secret, key(secret));
            } catch (ConfigurationException e) {
                LOG.warn("webhooks signed with {} are refused: {}", secret.reference(), e.getMessage());
            }
        }
        return keys;
    }

    private static byte[] key(Secret secret) {
        byte[] key = secret.resolve().getBytes(StandardCharsets.UTF_8);
        if (key.length < SHORTEST) {
            throw new ConfigurationException("the webhook secret " + secret.reference() + " is shorter than " + SHORTEST
                    + " bytes: take a longer one");
        }
        return key;
    }
}
