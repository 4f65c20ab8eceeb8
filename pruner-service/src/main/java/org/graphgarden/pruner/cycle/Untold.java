package org.graphgarden.pruner.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.Stage;

/** Records that could not be read and were passed over, until a transaction that tells of them is committed. Safe for several threads. */
final class Untold implements BiConsumer<SourceRecord, String> {
    private final Unreadable passedOver = new Unreadable(Stage.PRUNE);
    private final List<ProducerRecord<String, SpecificRecord>> letters = new ArrayList<>();

    @Override
    public void accept(SourceRecord source, String why) {
        passedOver.accept(source, why);
    }

    /** Letters of them; the same again until they are told. */
    synchronized List<ProducerRecord<String, SpecificRecord>> letters(Instant now) {
        letters.addAll(passedOver.letters(now));
        return List.copyOf(letters);
    }

    /** These letters are committed. */
    synchronized void told(List<ProducerRecord<String, SpecificRecord>> committed) {
        letters.removeAll(committed);
    }
}
