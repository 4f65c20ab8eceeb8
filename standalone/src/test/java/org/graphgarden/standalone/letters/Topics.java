package org.graphgarden.standalone.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.graphgarden.events.PushClosed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** What anybody may write to a topic, and what stands on it. */
record Topics(KafkaClients clients) {
    static final byte[] GARBAGE = "no Avro at all".getBytes(UTF_8);
    static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3};

    /** Garbage of both kinds, behind a key of the garden. */
    void poison(Topic topic, String garden) {
        raw(topic, garden + "/odd", GARBAGE);
        raw(topic, garden + "/odd", UNKNOWN_SCHEMA);
    }

    void raw(Topic topic, String key, byte[] value) {
        try (Producer<byte[], byte[]> producer = clients.rawProducer("anybody")) {
            producer.initTransactions();
            producer.beginTransaction();
            var headers = new RecordHeaders();
            headers.add("colour", "green".getBytes(UTF_8));
            var unused = producer.send(
                    new ProducerRecord<>(topic.topicName(), null, null, key.getBytes(UTF_8), value, headers));
            producer.commitTransaction();
        }
    }

    void send(Topic topic, String key, SpecificRecord value) {
        try (Producer<String, SpecificRecord> producer = clients.producer()) {
            var unused = producer.send(new ProducerRecord<>(topic.topicName(), key, value));
            producer.flush();
        }
    }

    void closePush(String garden, int changes) {
        send(
                Topic.PUSHES_CLOSED,
                RecordKeys.ofRepository(garden, "beds"),
                PushClosed.newBuilder()
                        .setGarden(garden)
                        .setRepository("beds")
                        .setSequence(1)
                        .setCommit("c1")
                        .setChanges(changes)
                        .build());
    }

    <T extends SpecificRecord> List<T> read(Topic topic, String garden, Class<T> type) {
        return TopicReader.settled(clients).readToEnd(topic, garden, type).stream()
                .map(record -> record.value())
                .toList();
    }

    List<Letter> letters(String garden) {
        return LetterBox.read(clients).stream()
                .filter(letter -> letter.content().getGarden().equals(garden))
                .toList();
    }
}
