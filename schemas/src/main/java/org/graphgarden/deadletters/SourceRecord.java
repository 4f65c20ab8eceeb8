package org.graphgarden.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, byte for byte.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 * @param key null when it has none
 * @param value null when it has none, or when it is not at hand
 * @param headers in their order
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record SourceRecord(
        String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

    /** Keys are short; one that is not is somebody else's. */
    private static final int LONGEST_KEY = 1000;

    /** A record that was read without being understood. */
    public static SourceRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new SourceRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.value(), record.headers());
    }

    /** What a consumer stumbled over. */
    public static SourceRecord of(RecordDeserializationException e) {
        return new SourceRecord(
                e.topicPartition().topic(),
                e.topicPartition().partition(),
                e.offset(),
                bytes(e.keyBuffer()),
                bytes(e.valueBuffer()),
                e.headers() == null ? new RecordHeaders() : e.headers());
    }

    /** The key as text, as far as it is text; the letter's own key. */
    public String keyText() {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY);
    }

    /** The garden that the key names; empty when it names none. */
    public String garden() {
        String garden = RecordKeys.garden(keyText());
        return RecordKeys.isName(garden) ? garden : "";
    }

    /** The last value of a header, as text; empty when there is none. */
    public String header(String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : Utils.toArray(buffer.duplicate());
    }
}
