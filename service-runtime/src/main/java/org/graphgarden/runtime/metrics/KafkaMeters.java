package org.graphgarden.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.graphgarden.kafka.ClientObserver;

/** The meters of Kafka's own clients, for as long as a client lives. */
final class KafkaMeters implements ClientObserver {

    private final MeterRegistry registry;

    KafkaMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Runnable made(Producer<?, ?> producer) {
        return bound(new KafkaClientMetrics(producer));
    }

    @Override
    public Runnable made(Consumer<?, ?> consumer) {
        return bound(new KafkaClientMetrics(consumer));
    }

    private Runnable bound(KafkaClientMetrics metrics) {
        metrics.bindTo(registry);
        return metrics::close;
    }
}
