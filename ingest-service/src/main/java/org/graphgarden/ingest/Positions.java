package org.graphgarden.ingest;

import java.util.Map;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.IngestPosition;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** The committed positions of a garden's repositories. Read after the partition was taken over, so nobody moves them. */
final class Positions {

    private final Map<String, IngestPosition> byKey;

    private Positions(Map<String, IngestPosition> byKey) {
        this.byKey = byKey;
    }

    static Positions read(KafkaClients clients, String garden, Unreadable passedOver) {
        return new Positions(TopicReader.settled(clients)
                .telling(passedOver)
                .readTable(Topic.INGEST_POSITIONS, garden, IngestPosition.class));
    }

    Position of(String garden, String repository) {
        IngestPosition position = byKey.get(RecordKeys.ofRepository(garden, repository));
        return position == null ? Position.NONE : Position.of(position);
    }
}
