package org.graphgarden.inference.stream;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.Position;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.Stage;
import org.graphgarden.inference.curated.Trusted;
import org.graphgarden.inference.curated.Trusted.Finding;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.health.Progress;
import org.graphgarden.runtime.health.Pulse;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.runtime.metrics.PipelineMeters;
import org.graphgarden.runtime.metrics.PushAges;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters and the health of inference. Give it to the service as its listener, then let it watch the service. */
public final class InferenceMetrics implements InferenceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InferenceMetrics.class);

    private static final MeterSpec PATTERNS =
            MeterSpec.gauge("garden.patterns", "patterns", "Patterns in the newest cut.", "garden");
    private static final MeterSpec PROFILES =
            MeterSpec.counter("garden.profiles", "profiles", "Profiles that reached their garden.", "garden");
    private static final MeterSpec INFERRED = MeterSpec.counter(
            "garden.inferred", "patterns", "Patterns whose links and entities were inferred.", "garden");
    private static final MeterSpec LINKS = MeterSpec.counter(
            "garden.links",
            "links",
            "Candidate links at or above the threshold that were told to consumers, observed or retracted.",
            "garden",
            "state");
    private static final MeterSpec TODO =
            MeterSpec.gauge("garden.todo", "patterns", "Stale patterns that wait to be inferred.", "garden");
    private static final MeterSpec INBOX = MeterSpec.gauge(
            "garden.inbox",
            "profiles",
            "Profiles that wait for their push to be whole and nothing to be stale.",
            "garden");

    private static final MeterSpec LEFT_OUT = MeterSpec.gauge(
            "garden.curated.left.out",
            "relationships",
            "Curated relationships that are not learned from, because the targets of their list are improbably concentrated.",
            "garden");

    private static final MeterSpec QUESTIONS = MeterSpec.counter(
            "garden.language.model.questions",
            "questions",
            "Questions to the language model by their end: answered, remembered (nothing was asked), or the code of a failure.",
            "garden",
            "outcome");
    private static final MeterSpec TOKENS = MeterSpec.counter(
            "garden.language.model.tokens",
            "tokens",
            "Tokens that the language model's endpoint counted, of prompts and of answers.",
            "garden",
            "kind");

    /** All that are counted here. */
    public static final List<MeterSpec> SPECS =
            List.of(PATTERNS, PROFILES, INFERRED, LINKS, TODO, INBOX, LEFT_OUT, QUESTIONS, TOKENS);

    private final Meters meters;
    private final Clock clock;
    private final Pulse pulse;
    private final PushAges ages;
    private final Map<String, Integer> todo = new ConcurrentHashMap<>();
    private @Nullable KafkaStreamsMetrics streams;

    public InferenceMetrics(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.pulse = new Pulse(clock);
        this.ages = new PushAges(meters, clock, PipelineMeters.ENRICHED);
    }

    /** Adds the service's checks, and the meters of Kafka Streams. */
    public void watch(InferenceService service, Health health) {
        health.live("inference", new Progress(service::alive, () -> waiting(service), pulse, clock));
        health.ready("inference", Check.that(service::ready, "its state is not restored yet"));
        KafkaStreamsMetrics binder = new KafkaStreamsMetrics(service.streams());
        binder.bindTo(meters.registry());
        streams = binder;
    }

    /** Ends the meters of Kafka Streams. */
    @Override
    public void close() {
        if (streams != null) {
            streams.close();
        }
    }

    @Override
    public void profiled(String garden) {
        pulse.moved();
        meters.counter(PROFILES, garden).increment();
    }

    @Override
    public void inferred(String garden, int patterns) {
        pulse.moved();
        meters.counter(INFERRED, garden).increment();
    }

    @Override
    public void deadLetter(String garden, Stage stage, String code) {
        meters.counter(PipelineMeters.DEAD_LETTERS, garden, stage.name().toLowerCase(Locale.ROOT), code)
                .increment();
    }

    @Override
    public void closed(PushClosed push) {
        pulse.moved();
        ages.waits(push.getGarden(), push.getRepository(), push.getSequence(), push.getClosedAt());
    }

    @Override
    public void read(String garden, Trusted curated) {
        curated.leftOut().forEach(finding -> LOG.warn("garden {}: {}", garden, finding.message()));
        meters.gauge(LEFT_OUT, garden)
                .accept(curated.leftOut().stream().mapToInt(Finding::relations).sum());
    }

    @Override
    public void inbox(String garden, int profiles) {
        meters.gauge(INBOX, garden).accept(profiles);
    }

    @Override
    public void todo(String garden, int patterns) {
        pulse.moved();
        todo.put(garden, patterns);
        meters.gauge(TODO, garden).accept(patterns);
    }

    @Override
    public void told(String garden, int observed, int retracted) {
        meters.counter(LINKS, garden, "observed").increment(observed);
        meters.counter(LINKS, garden, "retracted").increment(retracted);
    }

    @Override
    public void settled(Affirmation cut) {
        meters.gauge(PATTERNS, cut.getGarden()).accept(cut.getPatterns());
        for (Position position : cut.getCut()) {
            ages.reached(cut.getGarden(), position.getRepository(), position.getSequence());
        }
    }

    @Override
    public void asked(String garden, String outcome, int promptTokens, int answerTokens) {
        pulse.moved();
        meters.counter(QUESTIONS, garden, outcome.toLowerCase(Locale.ROOT)).increment();
        meters.counter(TOKENS, garden, "prompt").increment(promptTokens);
        meters.counter(TOKENS, garden, "answer").increment(answerTokens);
    }

    @Override
    public void remembered(String garden, int questions) {
        meters.counter(QUESTIONS, garden, "remembered").increment(questions);
    }

    private long waiting(InferenceService service) {
        return service.lag()
                + todo.values().stream().mapToLong(Integer::longValue).sum();
    }
}
