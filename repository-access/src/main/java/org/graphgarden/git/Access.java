package org.graphgarden.git;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a repository is reached.
 *
 * @param address where it is
 * @param credentials for https, or null; they come before those inside the address
 * @param sshKey file of the private key for ssh, or null for the user's own keys
 * @param timeout how long a silent host is waited for; one second at least
 */
public record Access(
        RepositoryAddress address,
        @Nullable Credentials credentials,
        @Nullable Path sshKey,
        Duration timeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public Access {
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("timeout must be one second at least, is " + timeout);
        }
    }

    /** The address alone, with the default time limit of a minute. */
    public static Access to(RepositoryAddress address) {
        return new Access(address, null, null, DEFAULT_TIMEOUT);
    }

    @Nullable Credentials effectiveCredentials() {
        return credentials == null ? address.credentials() : credentials;
    }
}
