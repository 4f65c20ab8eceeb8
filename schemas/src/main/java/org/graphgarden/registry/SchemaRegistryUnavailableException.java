package org.graphgarden.registry;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * No address of the registry answered for as long as patience lasted, or none let us in: the same request may well succeed
 * later.
 */
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
            if (cause instanceof SchemaRegistryUnavailableException || isNetwork(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What deserializers of others say when nobody answers. */
    private static boolean isNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException;
    }
}
