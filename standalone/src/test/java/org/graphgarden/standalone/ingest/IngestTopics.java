package org.graphgarden.standalone.ingest;

import java.time.Clock;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** What stands on the topics that ingest writes, and hints for it. */
record IngestTopics(KafkaClients clients) {
    /** That something moved in the repository that is called as its garden. */
    void hint(String garden) {
        hint(garden, garden, "", "");
    }

    void hint(String garden, String before, String after) {
        hint(garden, garden, before, after);
    }

    void hint(String garden, String repository, String before, String after) {
        try (Producer<String, PushNoticed> producer = clients.producer()) {
            PushNoticed hint = PushNoticed.newBuilder()
                    .setGarden(garden)
                    .setRepository(repository)
                    .setBefore(before)
                    .setAfter(after)
                    .setNoticedAt(Clock.systemUTC().instant())
                    .build();
            producer.send(
                    new ProducerRecord<>(Topic.PUSHES.topicName(), RecordKeys.ofRepository(garden, repository), hint));
            producer.flush();
        }
    }

    List<PatternChange> changes(String garden) {
        return read(Topic.PATTERN_CHANGES, garden, PatternChange.class);
    }

    List<DeadLetter> letters(String garden) {
        return read(Topic.DEAD_LETTERS, garden, DeadLetter.class);
    }

    private <T extends SpecificRecord> List<T> read(Topic topic, String garden, Class<T> type) {
        return TopicReader.settled(clients).readToEnd(topic, garden, type).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
