package org.graphgarden.git;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How we are known to an ssh host, and it to us. Both files are read for each connection.
 *
 * @param key file of the private key, or null for the user's own keys
 * @param knownHosts file of the keys of hosts, or null for the user's own
 */
public record SshSetup(@Nullable Path key, @Nullable Path knownHosts) {

    /** As the user has set it up. */
    public static final SshSetup USERS_OWN = new SshSetup(null, null);
}
