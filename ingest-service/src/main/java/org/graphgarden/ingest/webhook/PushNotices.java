package org.graphgarden.ingest.webhook;

import java.util.List;
import org.graphgarden.events.PushNoticed;

/** Where hints go. */
public interface PushNotices {

    /**
     * Returns when all of them are safe.
     *
     * @throws UnavailableException when they may not be
     */
    void publish(List<PushNoticed> notices) throws UnavailableException;

    /** Hints cannot be kept at the moment. */
    final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }

        /** Nothing was tried, for what others tried failed a moment ago. */
        UnavailableException(String message) {
            super(message);
        }
    }
}
