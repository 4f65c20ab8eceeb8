package org.graphgarden.ingest;

import static org.graphgarden.runtime.metrics.PipelineMeters.CLOSED;
import static org.graphgarden.runtime.metrics.PipelineMeters.DEAD_LETTERS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.graphgarden.events.PushClosed;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.ingest.read.IgnoreReason;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.health.Progress;
import org.graphgarden.runtime.health.Pulse;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.runtime.metrics.PipelineMeters;

/** The meters and the health of ingest. Give it to the service as its listener, then let it watch the service. */
public final class IngestMetrics implements IngestListener {

    private static final MeterSpec LOOK_AGE = MeterSpec.gauge(
            "garden.look.age",
            "seconds",
            "Time since a repository was last fetched with success; -1 when it never was. Alert above a few polling intervals.",
            "garden",
            "repository");
    private static final MeterSpec PUSHES =
            MeterSpec.counter("garden.pushes", "pushes", "Pushes written and closed.", "garden", "repository");
    private static final MeterSpec CHANGES =
            MeterSpec.counter("garden.changes", "patterns", "Changes in those pushes.", "garden", "repository");
    private static final MeterSpec REFUSED = MeterSpec.gauge(
            "garden.push.refused.files",
            "files",
            "Files that the newest push refused; each is a dead letter.",
            "garden",
            "repository");
    private static final MeterSpec FEEDBACK = MeterSpec.counter(
            "garden.feedback",
            "entries",
            "Entries of which a steward's edit says something new, by verdict; WITHDRAWN when it holds no more.",
            "garden",
            "repository",
            "verdict");
    private static final MeterSpec IGNORED = MeterSpec.counter(
            "garden.ignored.files",
            "files",
            "Files that pushes brought or changed and that are no patterns, by reason; the log names them at debug.",
            "garden",
            "repository",
            "reason");
    private static final MeterSpec UNREACHABLE = MeterSpec.counter(
            "garden.unreachable",
            "looks",
            "Looks at a repository that failed, by access code.",
            "garden",
            "repository",
            "reason");
    private static final MeterSpec FAILURES = MeterSpec.counter(
            "garden.ingest.failures", "failures", "How often ingest began anew because something failed.");

    /** All that are counted here. */
    public static final List<MeterSpec> SPECS =
            List.of(LOOK_AGE, PUSHES, CHANGES, REFUSED, IGNORED, FEEDBACK, UNREACHABLE, FAILURES);

    private final Meters meters;
    private final Clock clock;
    private final Pulse pulse;
    private final Map<String, Instant> looks = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> hints = new ConcurrentHashMap<>();

    public IngestMetrics(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.pulse = new Pulse(clock);
    }

    /** Adds the service's checks. */
    public void watch(IngestService service, Health health) {
        health.live("ingest", new Progress(service::alive, service::waiting, pulse, clock));
        health.ready("ingest", Check.that(service::ready, "has not joined its group yet"));
    }

    @Override
    public void owned(String garden, boolean owned) {
        meters.gauge(PipelineMeters.OWNER, garden, "ingest").accept(owned ? 1 : 0);
    }

    @Override
    public void hinted(String garden, String repository, Instant noticedAt) {
        hints.putIfAbsent(key(garden, repository), noticedAt);
    }

    @Override
    public void fetching(String garden, String repository) {
        String key = key(garden, repository);
        if (shown.add(key)) {
            meters.gauge(LOOK_AGE, () -> lookAge(key), garden, repository);
        }
    }

    @Override
    public void fetched(String garden, String repository, String commit) {
        pulse.moved();
        looks.put(key(garden, repository), clock.instant());
    }

    @Override
    public void unreachable(String garden, String repository, AccessFailure failure) {
        pulse.moved();
        meters.counter(UNREACHABLE, garden, repository, failure.code().name()).increment();
    }

    @Override
    public void reading(String garden, String repository, int done, int total) {
        pulse.moved();
    }

    @Override
    public void writing(String garden, String repository, int done, int total) {
        pulse.moved();
    }

    @Override
    public void deadLetter(String garden, String repository, String code) {
        meters.counter(DEAD_LETTERS, garden, "ingest", code).increment();
    }

    @Override
    public void feedback(String garden, String repository, String verdict) {
        meters.counter(FEEDBACK, garden, repository, verdict).increment();
    }

    @Override
    public void ignored(String garden, String repository, SortedMap<IgnoreReason, Integer> counts) {
        counts.forEach((reason, count) ->
                meters.counter(IGNORED, garden, repository, reason.name()).increment(count));
    }

    @Override
    public void closed(PushClosed push) {
        pulse.moved();
        String garden = push.getGarden();
        String repository = push.getRepository();
        meters.counter(PUSHES, garden, repository).increment();
        meters.counter(CHANGES, garden, repository).increment(push.getChanges());
        meters.gauge(REFUSED, garden, repository).accept(push.getRefused());
        Instant noticed = hints.remove(key(garden, repository));
        if (noticed != null && noticed.isBefore(push.getClosedAt())) {
            meters.timer(PipelineMeters.PUSH_LATENCY, garden, repository, CLOSED)
                    .record(Duration.between(noticed, push.getClosedAt()));
        }
    }

    @Override
    public void upToDate(String garden, String repository, long sequence, String commit) {
        pulse.moved();
        hints.remove(key(garden, repository));
    }

    @Override
    public void failed(Throwable failure) {
        meters.counter(FAILURES).increment();
    }

    private double lookAge(String key) {
        Instant last = looks.get(key);
        return last == null ? -1 : Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }

    private static String key(String garden, String repository) {
        return garden + "/" + repository;
    }
}
