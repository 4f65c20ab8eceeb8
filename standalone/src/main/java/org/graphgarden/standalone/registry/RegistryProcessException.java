package org.graphgarden.standalone.registry;

/** The registry could not be fetched or started, or is gone; the message says what it last said, and what to do. */
public final class RegistryProcessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryProcessException(String message) {
        super(message);
    }

    RegistryProcessException(String message, Throwable cause) {
        super(message, cause);
    }
}
