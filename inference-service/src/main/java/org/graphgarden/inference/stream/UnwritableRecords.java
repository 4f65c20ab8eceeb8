package org.graphgarden.inference.stream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * What is larger than Kafka takes is known before it is sent ({@link BoundedSerializer}), so the transaction is sound and goes on with
 * a letter instead. Everything else that keeps a record from being written is nobody's fault but the cluster's: the thread ends, and
 * its work is done again.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {
    private @Nullable Postbox postbox;

    @Override
    public void configure(Map<String, ?> configs) {
        postbox = Postbox.of(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception e) {
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception e, SerializationExceptionOrigin origin) {
        Optional<BoundedSerializer.TooLargeException> tooLarge = BoundedSerializer.TooLargeException.behind(e);
        if (tooLarge.isEmpty()) {
            return Response.fail();
        }
        String topic = String.valueOf(record.topic());
        String key = String.valueOf(record.key());
        String message = topic + " cannot take " + key + ": " + tooLarge.get().getMessage();
        List<ProducerRecord<byte[], byte[]>> letters = record.value() instanceof SpecificRecord value
                ? Objects.requireNonNull(postbox).tooLarge(key, value, message, FailedRecords.Sources.of(context))
                : List.of();
        return Response.resume(letters);
    }
}
