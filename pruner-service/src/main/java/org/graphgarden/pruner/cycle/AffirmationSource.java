package org.graphgarden.pruner.cycle;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.kafka.KafkaClients;

/** An affirmation as it stands on its topic. It was read, so writing it again gives what was read, in this build's schema. */
record AffirmationSource(KafkaClients clients) {

    SourceRecord of(ConsumerRecord<String, Affirmation> record) {
        byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
        try (Serializer<Affirmation> serializer = clients.serdes().serializer()) {
            return new SourceRecord(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    key,
                    serializer.serialize(record.topic(), record.value()),
                    record.headers());
        }
    }
}
