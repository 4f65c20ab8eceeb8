package org.graphgarden.inference.stream;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.jspecify.annotations.Nullable;

/** A record that cannot be read is kept and passed over. While the registry is away nobody knows that, so it stays next. */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private @Nullable Postbox postbox;

    @Override
    public void configure(Map<String, ?> configs) {
        postbox = Postbox.of(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        if (SchemaRegistryUnavailableException.isBehind(e)) {
            return Response.fail();
        }
        return Response.resume(Objects.requireNonNull(postbox)
                .refuse(ReasonCode.RECORD_UNREADABLE, Letters.why(e), SourceRecord.of(record)));
    }
}
