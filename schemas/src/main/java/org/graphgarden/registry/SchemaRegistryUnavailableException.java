package org.graphgarden.registry;

import org.jspecify.annotations.Nullable;

/** No address of the registry answered for as long as patience lasted: the same request may well succeed later. */
public final class SchemaRegistryUnavailableException extends SchemaRegistryException {

    private static final long serialVersionUID = 1L;

    SchemaRegistryUnavailableException(String message) {
        super(message);
    }

    SchemaRegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure comes of it: then the record at hand is not at fault, and is to be tried again, not skipped. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SchemaRegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
