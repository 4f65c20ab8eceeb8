package org.graphgarden.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** A producer whose end is told. */
final class ObservedProducer<V> extends NamingProducer<String, V> {

    private final Runnable closed;

    ObservedProducer(
            Map<String, Object> settings, Serializer<String> keys, Serializer<V> values, ClientObserver observer) {
        super(settings, keys, values);
        closed = observer.made(this);
    }

    @Override
    public void close() {
        closed.run();
        super.close();
    }

    @Override
    public void close(Duration timeout) {
        closed.run();
        super.close(timeout);
    }
}
