package org.graphgarden.registry;

import java.net.URI;
import java.util.Optional;

/** What came of asking one address. */
sealed interface RegistryReply {

    /** The base address that was asked. */
    URI base();

    /** The registry answered, be it yes or no. */
    record Answer(URI base, int status, String body, Optional<String> location) implements RegistryReply {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * It did not, or said that it cannot now.
     *
     * @param lasting whether asking again is pointless until somebody changes something
     */
    record Failure(URI base, String reason, boolean lasting, Optional<Throwable> cause) implements RegistryReply {}
}
