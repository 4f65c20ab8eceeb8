package org.graphgarden.standalone.up;

import static org.graphgarden.standalone.up.UpException.Kind.CONFIGURATION;
import static org.graphgarden.standalone.up.UpException.Kind.INTERNAL;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.standalone.tend.PruneRequests;
import org.graphgarden.standalone.tend.Refused;
import org.graphgarden.standalone.tend.TendResult;
import org.graphgarden.standalone.tend.TopicFollower;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Asks the services that run for one prune cycle, waits for it and says what came of it. */
public final class AskedCycle {
    private final KafkaClients clients;
    private final GardenSettings garden;
    private final Clock clock;

    /** @throws UpException when the garden is not configured */
    public AskedCycle(RunningCluster cluster, String garden, Clock clock) {
        this.garden = cluster.configuration()
                .garden(garden)
                .orElseThrow(() -> new UpException(
                        CONFIGURATION,
                        "garden " + garden + " is not configured; there are: "
                                + String.join(
                                        ", ",
                                        cluster.configuration().gardens().stream()
                                                .map(GardenSettings::name)
                                                .toList())));
        this.clients = cluster.clients();
        this.clock = clock;
    }

    /**
     * Runs a cycle over everything that is imported by now.
     *
     * @throws UpException when no cycle ended in time
     */
    public TendResult run(boolean dryRun, Duration patience) {
        Map<String, PushClosed> pushes = imported();
        PushClosed newest = pushes.values().stream()
                .max(Comparator.comparing(PushClosed::getClosedAt))
                .orElseThrow(() -> new UpException(
                        INTERNAL, "nothing of garden " + garden.name() + " is imported yet; `garden status` says why"));
        PruneRequest request = request(dryRun, pushes);
        try (PruneRequests requests = new PruneRequests(clients)) {
            requests.ask(request);
        }
        return result(newest, await(request.getCycle(), patience));
    }

    /** The newest push of each repository that is imported. */
    Map<String, PushClosed> imported() {
        return new TopicReader(clients).readTable(Topic.PUSHES_CLOSED, garden.name(), PushClosed.class);
    }

    private PruneRequest request(boolean dryRun, Map<String, PushClosed> pushes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return PruneRequests.asked(
                garden.name(),
                (dryRun ? "dry-run-" : "asked-") + now,
                now.atZone(ZoneOffset.UTC).toLocalDate(),
                dryRun,
                pushes.values(),
                now);
    }

    private PruneCycle await(String id, Duration patience) {
        AtomicReference<PruneCycle> found = new AtomicReference<>();
        long end = System.nanoTime() + patience.toNanos();
        try (TopicFollower follower = new TopicFollower(clients, garden.name(), List.of(Topic.PRUNE_CYCLES))) {
            while (found.get() == null && System.nanoTime() < end) {
                follower.poll(record -> {
                    if (record instanceof PruneCycle cycle && cycle.getCycle().equals(id)) {
                        found.set(cycle);
                    }
                });
            }
        }
        PruneCycle cycle = found.get();
        if (cycle == null) {
            throw new UpException(
                    INTERNAL,
                    "cycle " + id + " did not end within " + patience.toSeconds()
                            + " s. It goes on; `garden status` tells when it is over");
        }
        return cycle;
    }

    private TendResult result(PushClosed newest, PruneCycle cycle) {
        TopicReader reader = TopicReader.settled(clients);
        return new TendResult(
                garden.repositories().get(0).url(),
                newest,
                cycle,
                revisions(reader, cycle.getCycle()),
                List.of(),
                Refused.of(letters(reader), cycle),
                List.of(),
                "",
                Map.of());
    }

    /** One by one: the topic holds months of them. */
    private List<SectionRevision> revisions(TopicReader reader, String cycle) {
        List<SectionRevision> revisions = new ArrayList<>();
        reader.readToEnd(Topic.SECTION_REVISIONS, garden.name(), SectionRevision.class, record -> {
            if (record.value() != null && record.value().getCycle().equals(cycle)) {
                revisions.add(record.value());
            }
        });
        revisions.sort(Comparator.comparing(SectionRevision::getSlug));
        return revisions;
    }

    /** What the newest pushes refused; older letters speak of files as they are no more. */
    private List<DeadLetter> letters(TopicReader reader) {
        Map<String, PushClosed> pushes = imported();
        return reader.readToEnd(Topic.DEAD_LETTERS, garden.name(), DeadLetter.class).stream()
                .map(record -> record.value())
                .filter(Objects::nonNull)
                .filter(letter -> !Letters.isMark(letter))
                .filter(letter -> {
                    PushClosed push = letter.getRepository().isEmpty()
                            ? null
                            : pushes.get(RecordKeys.ofRepository(garden.name(), letter.getRepository()));
                    return push != null && push.getCommit().equals(letter.getCommit());
                })
                .toList();
    }
}
