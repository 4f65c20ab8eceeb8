package org.graphgarden.standalone.letters;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.SourceHeader;
import org.graphgarden.kafka.KafkaClients;
import org.jspecify.annotations.Nullable;

/** The record that a letter is about, byte for byte: from the letter, or from its topic when it was too large for one. */
record SourceReader(KafkaClients clients) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Empty when nobody has the bytes any more. */
    Optional<SourceRecord> read(DeadLetter letter) {
        if (letter.getOriginal() == null) {
            return fromTopic(letter);
        }
        RecordHeaders headers = new RecordHeaders();
        for (SourceHeader header : letter.getSourceHeaders()) {
            headers.add(header.getName(), bytes(header.getValue()));
        }
        return Optional.of(new SourceRecord(
                letter.getSourceTopic(),
                letter.getSourcePartition(),
                letter.getSourceOffset(),
                bytes(letter.getSourceKey()),
                bytes(letter.getOriginal()),
                headers));
    }

    private Optional<SourceRecord> fromTopic(DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.getSourceTopic(), letter.getSourcePartition());
        long offset = letter.getSourceOffset();
        try (Consumer<byte[], byte[]> reader = clients.rawReader()) {
            List<TopicPartition> one = List.of(partition);
            reader.assign(one);
            long first = reader.beginningOffsets(one).getOrDefault(partition, 0L);
            long end = reader.endOffsets(one).getOrDefault(partition, 0L);
            if (offset < first || offset >= end) {
                return Optional.empty();
            }
            reader.seek(partition, offset);
            for (long start = System.nanoTime();
                    reader.position(partition) <= offset && System.nanoTime() - start < PATIENCE.toNanos(); ) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(100))) {
                    if (record.offset() == offset) {
                        return Optional.of(SourceRecord.of(record));
                    }
                }
            }
            return Optional.empty();
        }
    }

    static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : Utils.toArray(buffer.duplicate());
    }
}
