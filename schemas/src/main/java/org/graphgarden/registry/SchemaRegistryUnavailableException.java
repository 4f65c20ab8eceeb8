package org.graphgarden.registry;

/** No address of the registry answered for as long as patience lasted: the same request may well succeed later. */
public final class SchemaRegistryUnavailableException extends SchemaRegistryException {

    private static final long serialVersionUID = 1L;

    SchemaRegistryUnavailableException(String message) {
        super(message);
    }

    SchemaRegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
