package org.graphgarden.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer whose end is told. */
final class ObservedConsumer<V> extends KafkaConsumer<String, V> {

    private final Runnable closed;

    ObservedConsumer(Map<String, Object> settings, Deserializer<V> values, ClientObserver observer) {
        super(settings, new StringDeserializer(), values);
        closed = observer.made(this);
    }

    @Override
    public void close() {
        closed.run();
        super.close();
    }

    @Override
    @Deprecated
    public void close(Duration timeout) {
        closed.run();
        super.close(timeout);
    }

    @Override
    public void close(CloseOptions options) {
        closed.run();
        super.close(options);
    }
}
