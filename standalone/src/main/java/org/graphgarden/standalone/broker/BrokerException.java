package org.graphgarden.standalone.broker;

/** The broker could not be started, or is gone; the message says what it last said. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerException(String message) {
        super(message);
    }

    BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
