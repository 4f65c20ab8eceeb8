package org.graphgarden.inference.stream;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.deadletters.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that was refused before anything was touched is kept and passed over. Any other failure ends the transaction first;
 * the record is refused when it comes again ({@link Poison}).
 */
public final class FailedRecords implements ProcessingExceptionHandler {
    private @Nullable Postbox postbox;

    @Override
    public void configure(Map<String, ?> configs) {
        postbox = Postbox.of(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception e) {
        Postbox box = Objects.requireNonNull(postbox);
        if (e instanceof RefusedRecordException refused) {
            return Response.resume(
                    box.refuse(refused.code(), String.valueOf(refused.getMessage()), Sources.of(context)));
        }
        // Without a topic it was a slice of work, which belongs to no record; what Kafka throws is no record's fault.
        if (context.topic() != null && !(e instanceof KafkaException) && e instanceof RuntimeException failure) {
            box.poison().note(context.topic(), context.partition(), context.offset(), failure);
        }
        return Response.fail();
    }

    /** The record that a task was working on. */
    static final class Sources {
        private Sources() {}

        static SourceRecord of(ErrorHandlerContext context) {
            return new SourceRecord(
                    context.topic() == null ? "" : context.topic(),
                    context.partition(),
                    context.offset(),
                    context.sourceRawKey(),
                    context.sourceRawValue(),
                    context.headers() == null ? new RecordHeaders() : context.headers());
        }
    }
}
