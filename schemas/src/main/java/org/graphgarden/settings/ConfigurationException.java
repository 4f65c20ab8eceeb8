package org.graphgarden.settings;

/** The configuration cannot be used; the message names file, line, key and remedy, and holds no secret. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
