package org.graphgarden.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import org.graphgarden.kafka.ClientObserver;

/** The meters of one program, its virtual machine's among them. Safe for several threads. */
public final class Meters implements AutoCloseable {

    /** Media type of {@link #scrape}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    public Meters() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** For binders that are made for it. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Gives the clients that it is told of their own meters. */
    public ClientObserver clients() {
        return new KafkaMeters(registry);
    }

    /** Counts on. */
    public Counter counter(MeterSpec spec, String... tagValues) {
        return Counter.builder(require(spec, MeterSpec.Kind.COUNTER).name())
                .description(spec.meaning())
                .tags(tags(spec, tagValues))
                .register(registry);
    }

    /** Measures times. */
    public Timer timer(MeterSpec spec, String... tagValues) {
        return Timer.builder(require(spec, MeterSpec.Kind.TIMER).name())
                .description(spec.meaning())
                .serviceLevelObjectives(BUCKETS)
                .tags(tags(spec, tagValues))
                .register(registry);
    }

    /** Where the newest value goes. */
    public DoubleConsumer gauge(MeterSpec spec, String... tagValues) {
        List<Tag> tags = tags(spec, tagValues);
        AtomicReference<Double> value = values.computeIfAbsent(spec.name() + tags, name -> {
            AtomicReference<Double> cell = new AtomicReference<>(0.0);
            register(spec, tags, cell::get);
            return cell;
        });
        return value::set;
    }

    /** A value that is asked for whenever somebody looks; the first supplier of a series stays. */
    public void gauge(MeterSpec spec, DoubleSupplier value, String... tagValues) {
        register(spec, tags(spec, tagValues), value);
    }

    private void register(MeterSpec spec, List<Tag> tags, DoubleSupplier value) {
        Gauge.builder(require(spec, MeterSpec.Kind.GAUGE).name(), value::getAsDouble)
                .description(spec.meaning())
                .baseUnit(spec.unit().equals("seconds") ? "seconds" : null)
                .strongReference(true)
                .tags(tags)
                .register(registry);
    }

    /** All values as Prometheus reads them. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }

    private static MeterSpec require(MeterSpec spec, MeterSpec.Kind kind) {
        if (spec.kind() != kind) {
            throw new IllegalArgumentException(spec.name() + " is a " + spec.kindName());
        }
        return spec;
    }

    private static List<Tag> tags(MeterSpec spec, String... values) {
        if (values.length != spec.tags().size()) {
            throw new IllegalArgumentException(spec.name() + " has the tags " + spec.tags());
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(spec.tags().get(i), values[i]));
        }
        return tags;
    }
}
