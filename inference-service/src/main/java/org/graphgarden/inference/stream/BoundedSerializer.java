package org.graphgarden.inference.stream;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Refuses what the producer would refuse to send: it would give up the whole transaction for it, again and again. */
record BoundedSerializer<T>(Serializer<T> values, int mostBytes) implements Serializer<T> {

    /** A value is larger than a record may be. */
    static final class TooLargeException extends SerializationException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int bytes, int mostBytes) {
            super("it has " + bytes + " bytes, and a record at most " + mostBytes);
        }

        static Optional<TooLargeException> behind(@Nullable Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooLargeException found) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        values.configure(configs, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return bounded(values.serialize(topic, value));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        return bounded(values.serialize(topic, headers, value));
    }

    @Override
    public void close() {
        values.close();
    }

    private byte @Nullable [] bounded(byte @Nullable [] bytes) {
        if (bytes != null && bytes.length > mostBytes) {
            throw new TooLargeException(bytes.length, mostBytes);
        }
        return bytes;
    }
}
