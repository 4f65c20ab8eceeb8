package org.graphgarden.pruner.cycle;

import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes records one after the other, so that never all of them are held. */
@FunctionalInterface
interface RecordSource {
    void sendTo(Consumer<? super ProducerRecord<String, SpecificRecord>> out);
}
