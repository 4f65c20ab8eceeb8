package org.graphgarden.ingest;

import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * How fast the records of one push are written. Whoever works on changes takes them in the order in which they were written,
 * so an import that is written at once would stand in front of everybody's next edit. One thread.
 */
interface Pace {

    /** As fast as can be. */
    Pace FREE = new Pace() {
        @Override
        public int room(Runnable check) {
            return Integer.MAX_VALUE;
        }

        @Override
        public void wrote(List<RecordMetadata> changes) {}
    };

    /** Gives each push a pace of its own. Several threads. */
    interface Source extends AutoCloseable {
        Pace begin(String garden);

        @Override
        default void close() {}
    }

    /**
     * How many records may be written now, 1 or more. Waits as long as there is no room.
     *
     * @param check called before each pause; what it throws ends the waiting
     */
    int room(Runnable check);

    /** These changes were committed. */
    void wrote(List<RecordMetadata> changes);
}
