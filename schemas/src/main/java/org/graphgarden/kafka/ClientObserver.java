package org.graphgarden.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Told of clients that live long, as they are made: for their metrics. What it gives is run when the client is closed. */
public interface ClientObserver {

    /** Looks away. */
    ClientObserver NONE = new ClientObserver() {
        @Override
        public Runnable made(Producer<?, ?> producer) {
            return () -> {};
        }

        @Override
        public Runnable made(Consumer<?, ?> consumer) {
            return () -> {};
        }
    };

    /** A producer was made. */
    Runnable made(Producer<?, ?> producer);

    /** A member of a consumer group was made. */
    Runnable made(Consumer<?, ?> consumer);
}
