package org.graphgarden.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.ingest.change.Published;
import org.graphgarden.ingest.read.PublishedFiles;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.LogEnds;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Reads from the topic itself what stands for each slug of a garden. Slower than reading it from a commit, and needed
 * only when that commit is gone, the rules have changed, or a push of another repository was cut short.
 */
final class PublishedReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;

    PublishedReader(KafkaClients clients) {
        this.clients = clients;
    }

    SortedMap<String, Published> read(String garden) {
        SortedMap<String, Published> published = new TreeMap<>();
        forEach(record -> {
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

    private void forEach(Consumer<ConsumerRecord<String, PatternChange>> action) {
        try (org.apache.kafka.clients.consumer.Consumer<String, PatternChange> reader = clients.reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(Topic.PATTERN_CHANGES.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = LogEnds.ofEverything(clients, partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(POLL).forEach(action);
            }
        }
    }
}
