package org.graphgarden.inference.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.graphgarden.registry.PublishedVersions;
import org.graphgarden.topics.Topic;

/**
 * Values of internal stores: Avro single-object encoding, whose fingerprint tells which version of the schema wrote a record, or
 * that it is damaged, without a registry. What earlier builds stored is read on. (Apache Avro specification, "Single-object encoding".)
 */
final class StoreSerde {
    private StoreSerde() {}

    /** Stores what the values of a topic are. */
    static <T> Serde<T> of(
            Topic topic, BinaryMessageEncoder<T> encoder, Function<SchemaStore, BinaryMessageDecoder<T>> decoders) {
        SchemaStore.Cache published = new SchemaStore.Cache();
        PublishedVersions.of(topic).forEach(published::addSchema);
        BinaryMessageDecoder<T> decoder = decoders.apply(published);
        return Serdes.serdeFrom(
                (store, value) -> value == null ? null : encode(encoder, value),
                (store, bytes) -> bytes == null ? null : decode(store, decoder, bytes));
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            var buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T decode(String store, BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("cannot read a record of store changelog " + store, e);
        }
    }
}
