package org.graphgarden.standalone.watch;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Told of what a watch sees, in the thread that watches. */
public interface WatchListener {

    /** From here on nothing is missed. */
    void watching();

    /**
     * A record was read; without a value it is a tombstone.
     *
     * @return whether to go on
     */
    boolean read(ConsumerRecord<String, SpecificRecord> record);

    /** Something is left out, or has to be waited for; the message says what. */
    void trouble(String message);
}
