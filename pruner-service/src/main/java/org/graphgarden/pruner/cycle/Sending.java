package org.graphgarden.pruner.cycle;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.pruner.publish.StopSign;

/**
 * Sends the records of a transaction. What is wrong with one comes out as it is: with the next one, or at the end. Kafka's own
 * producer would only say that the transaction cannot go on.
 */
final class Sending implements Consumer<ProducerRecord<String, SpecificRecord>> {
    private final Producer<String, SpecificRecord> producer;
    private final StopSign stop;
    private final Consumer<ProducerRecord<String, SpecificRecord>> sent;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @param stop gives up between two records
     * @param sent told of each
     */
    Sending(
            Producer<String, SpecificRecord> producer,
            StopSign stop,
            Consumer<ProducerRecord<String, SpecificRecord>> sent) {
        this.producer = producer;
        this.stop = stop;
        this.sent = sent;
    }

    @Override
    public void accept(ProducerRecord<String, SpecificRecord> record) {
        check();
        try {
            var unused = producer.send(record, (where, why) -> failure.compareAndSet(null, why));
        } catch (KafkaException e) {
            // A failure of records before may show here, ahead of its own report.
            throw e.getClass() == KafkaException.class && e.getCause() instanceof KafkaException cause ? cause : e;
        }
        sent.accept(record);
    }

    /** Comes back when all have arrived. */
    void finish() {
        producer.flush();
        check();
    }

    private void check() {
        stop.check();
        Exception first = failure.get();
        if (first != null) {
            throw first instanceof RuntimeException known ? known : new KafkaException(first);
        }
    }
}
