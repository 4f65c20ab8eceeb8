package org.graphgarden.deadletters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.Stage;
import org.graphgarden.topics.Topic;

/**
 * Records that a reader of a table could not read and passed over, each told once while this object lives. Who reads tables writes
 * the letters with its next transaction. Safe for several threads.
 */
public final class Unreadable implements BiConsumer<SourceRecord, String> {

    private final Stage stage;
    private final Set<Place> known = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    /** @param stage which reads */
    public Unreadable(Stage stage) {
        this.stage = stage;
    }

    private record Place(String topic, int partition, long offset) {}

    private record Found(SourceRecord source, String why) {}

    /** Takes a record, and why it cannot be read. */
    @Override
    public synchronized void accept(SourceRecord source, String why) {
        if (known.add(new Place(source.topic(), source.partition(), source.offset()))) {
            found.add(new Found(source, why));
        }
    }

    /** Whether nothing was found since the last time. */
    public synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    /** Letters of what was found since the last time. */
    public synchronized List<ProducerRecord<String, SpecificRecord>> letters(Instant now) {
        List<ProducerRecord<String, SpecificRecord>> letters = new ArrayList<>();
        for (Found each : found) {
            letters.add(new ProducerRecord<>(
                    Topic.DEAD_LETTERS.topicName(),
                    each.source().keyText(),
                    Letters.of(ReasonCode.RECORD_UNREADABLE, stage, each.why(), each.source(), now)
                            .build()));
        }
        found.clear();
        return letters;
    }
}
