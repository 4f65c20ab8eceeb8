package org.graphgarden.inference.chat;

import java.io.Serial;
import java.util.Optional;

/** Carries a failure through the client library, which wraps whatever is thrown. Says nothing of what was sent. */
final class EndpointException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Reply.Failed failed;

    EndpointException(Reply.Failed failed) {
        super(failed.failure().name());
        this.failed = failed;
    }

    /** The failure behind whatever was thrown. */
    static Optional<Reply.Failed> behind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EndpointException known) {
                return Optional.of(known.failed);
            }
        }
        return Optional.empty();
    }
}
