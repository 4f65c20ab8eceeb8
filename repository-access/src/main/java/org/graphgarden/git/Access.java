package org.graphgarden.git;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a repository is reached.
 *
 * @param address where it is
 * @param credentials for https; they come before those inside the address
 * @param ssh for ssh
 * @param timeout how long a silent host is waited for; one second at least
 */
public record Access(RepositoryAddress address, CredentialSource credentials, SshSetup ssh, Duration timeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public Access {
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("timeout must be one second at least, is " + timeout);
        }
    }

    /** The address alone, with the default time limit of a minute. */
    public static Access to(RepositoryAddress address) {
        return new Access(address, CredentialSource.NONE, SshSetup.USERS_OWN, DEFAULT_TIMEOUT);
    }

    @Nullable Credentials effectiveCredentials() throws IOException {
        Credentials now = credentials.look();
        return now == null ? address.credentials() : now;
    }
}
