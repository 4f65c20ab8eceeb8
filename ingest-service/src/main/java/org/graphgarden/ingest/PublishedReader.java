package org.graphgarden.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.ingest.change.Published;
import org.graphgarden.ingest.read.PublishedFiles;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.LogEnds;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Reads from the topic itself what stands for each slug of a garden. Slower than reading it from a commit, and needed
 * only when that commit is gone, the rules have changed, or a push of another repository was cut short.
 */
final class PublishedReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;

    private final Unreadable passedOver;

    /** @param passedOver told of records that cannot be read */
    PublishedReader(KafkaClients clients, Unreadable passedOver) {
        this.clients = clients;
        this.passedOver = passedOver;
    }

    SortedMap<String, Published> read(String garden) {
        SortedMap<String, Published> published = new TreeMap<>();
        forEach(garden, record -> {
            if (record.key() != null && RecordKeys.garden(record.key()).equals(garden)) {
                PatternChange change = record.value();
                if (change == null || change.getKind() == ChangeKind.REMOVED) {
                    published.remove(RecordKeys.slug(record.key()));
                } else {
                    published.put(change.getSlug(), PublishedFiles.of(change));
                }
            }
        });
        return published;
    }

    private void forEach(String garden, java.util.function.Consumer<ConsumerRecord<String, PatternChange>> action) {
        try (Consumer<String, PatternChange> reader = clients.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(Topic.PATTERN_CHANGES.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = LogEnds.ofEverything(clients, partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                poll(reader, garden).forEach(action);
            }
        }
    }

    private Iterable<ConsumerRecord<String, PatternChange>> poll(
            Consumer<String, PatternChange> reader, String garden) {
        try {
            return reader.poll(POLL);
        } catch (RecordDeserializationException e) {
            if (SchemaRegistryUnavailableException.isBehind(e)) {
                throw e;
            }
            SourceRecord record = SourceRecord.of(e);
            if (record.garden().equals(garden)) {
                passedOver.accept(record, Letters.why(e));
            }
            reader.seek(e.topicPartition(), e.offset() + 1);
            return List.of();
        }
    }
}
