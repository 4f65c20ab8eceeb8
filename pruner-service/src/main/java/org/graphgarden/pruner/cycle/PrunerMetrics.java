package org.graphgarden.pruner.cycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graphgarden.events.PushClosed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.health.Progress;
import org.graphgarden.runtime.health.Pulse;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.runtime.metrics.PipelineMeters;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters and the health of the pruner. Give it to the service as its listener, then let it watch the service. */
public final class PrunerMetrics implements CycleListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrunerMetrics.class);
    private static final MeterSpec CYCLES =
            MeterSpec.timer("garden.cycles", "Prune cycles by outcome, and how long they took.", "garden", "outcome");
    private static final MeterSpec CYCLE_AGE = MeterSpec.gauge(
            "garden.cycle.age",
            "seconds",
            "Time since a cycle last ended well. Alert above the schedule's interval.",
            "garden");
    private static final MeterSpec DECISIONS = MeterSpec.counter(
            "garden.decisions",
            "entries",
            "What cycles did to entries of sections, and why.",
            "garden",
            "kind",
            "action",
            "cause");
    private static final MeterSpec REFUSED =
            MeterSpec.gauge("garden.refused.files", "files", "Files that the newest cycle left alone.", "garden");

    private static final MeterSpec HEALTH = MeterSpec.gauge(
            "garden.health",
            "",
            "How the newest cycle left the garden, by measure; shares and coefficients are 0 to 1. docs/stewards.md explains each.",
            "garden",
            "measure");

    /** All that are counted here. */
    public static final List<MeterSpec> SPECS = List.of(CYCLES, CYCLE_AGE, DECISIONS, REFUSED, HEALTH);

    /** Fetching, planning and pushing say nothing for long, and have time limits of their own. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    private final Meters meters;
    private final Clock clock;
    private final Pulse pulse;
    private final TopicReader reader;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final ExecutorService lookups = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "prune-metrics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int running;
    private volatile String trouble = "does not take requests yet";

    /** @param clients for looking up when the pushes of a cycle were closed */
    public PrunerMetrics(Meters meters, KafkaClients clients, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.pulse = new Pulse(clock);
        this.reader = new TopicReader(clients);
    }

    /** Adds the service's checks. */
    public void watch(PrunerService service, Health health) {
        health.live("pruner", new Progress(service::alive, () -> running, pulse, clock));
        Check ready = () -> service.ready() ? Optional.empty() : Optional.of(trouble);
        health.ready("pruner", ready);
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }

    @Override
    public void owned(String garden, boolean owned) {
        meters.gauge(PipelineMeters.OWNER, garden, "pruner").accept(owned ? 1 : 0);
    }

    @Override
    public void started(CycleMark mark, int enriched) {
        running = 1;
        pulse.quietFor(LONGEST_STEP);
    }

    @Override
    public void read(CycleMark mark, int patterns) {
        pulse.quietFor(LONGEST_STEP);
    }

    @Override
    public void published(CycleMark mark, Publication publication) {
        pulse.quietFor(LONGEST_STEP);
    }

    @Override
    public void finished(CycleReport report) {
        running = 0;
        String garden = report.mark().garden();
        meters.timer(CYCLES, garden, EnumWords.of(report.outcome())).record(report.duration());
        meters.gauge(REFUSED, garden).accept(report.refused().size());
        if (report.health() != null) {
            report.health().measures().forEach(each -> meters.gauge(
                            HEALTH, garden, each.measure().id())
                    .accept(each.now()));
        }
        report.counts().forEach((decision, count) -> meters.counter(
                        DECISIONS,
                        garden,
                        EnumWords.of(decision.kind()),
                        EnumWords.of(decision.action()),
                        decision.cause().id())
                .increment(count));
        if (endedWell(report.outcome())) {
            if (ended.put(garden, clock.instant()) == null) {
                meters.gauge(CYCLE_AGE, () -> age(garden), garden);
            }
            lookups.execute(() -> measure(report));
        }
    }

    @Override
    public void failed(String garden, String why) {
        running = 0;
        meters.timer(CYCLES, garden, "failed").record(Duration.ZERO);
    }

    @Override
    public void deadLetter(String garden, String code) {
        meters.counter(PipelineMeters.DEAD_LETTERS, garden, "prune", code).increment();
    }

    @Override
    public void startsOver(Throwable why) {
        String[] lines = String.valueOf(why.getMessage()).split("\\R", 2);
        trouble = "starts over: " + lines[0];
    }

    /** Only the newest push of a repository is still known; it is measured when the cycle rests on exactly its commit. */
    private void measure(CycleReport report) {
        String garden = report.mark().garden();
        Instant end = report.startedAt().plus(report.duration());
        try {
            Map<String, PushClosed> pushes = reader.readTable(Topic.PUSHES_CLOSED, garden, PushClosed.class);
            for (Publication publication : report.publications()) {
                String key = RecordKeys.ofRepository(garden, publication.repository());
                PushClosed push = pushes.get(key);
                if (push != null
                        && push.getCommit().equals(publication.base())
                        && !Objects.equals(committed.put(key, push.getSequence()), push.getSequence())
                        && !end.isBefore(push.getClosedAt())) {
                    meters.timer(
                                    PipelineMeters.PUSH_LATENCY,
                                    garden,
                                    publication.repository(),
                                    PipelineMeters.COMMITTED)
                            .record(Duration.between(push.getClosedAt(), end));
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("the latency of a cycle is not known", e);
        }
    }

    private double age(String garden) {
        Instant last = ended.getOrDefault(garden, clock.instant());
        return Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }

    private static boolean endedWell(Outcome outcome) {
        return switch (outcome) {
            case PUBLISHED, ALREADY_PUBLISHED, NOTHING_TO_CHANGE -> true;
            case DRY_RUN, FOREIGN_BRANCH, PUSH_REJECTED, REQUEST_FAILED, FAILED -> false;
        };
    }
}
