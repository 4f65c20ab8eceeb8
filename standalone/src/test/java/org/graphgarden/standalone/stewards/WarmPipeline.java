package org.graphgarden.standalone.stewards;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.Position;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.events.RequestKind;
import org.graphgarden.git.AccessFailure;
import org.graphgarden.git.BareClone;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.garden.WholeTexts;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceListener;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.CycleReport;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.GardenSites;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** A real broker and all real services over many small gardens at once, as {@code garden up} runs them; only sentences are not embedded. */
final class WarmPipeline implements AutoCloseable {
    static final String REPOSITORY = "library";
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    private final List<AutoCloseable> running = new ArrayList<>();
    private final RunningBroker broker;
    private final Producer<String, SpecificRecord> producer;
    private final Map<String, PushClosed> pushes = new ConcurrentHashMap<>();
    private final Set<String> looked = ConcurrentHashMap.newKeySet();
    private final Map<String, CycleReport> reports = new ConcurrentHashMap<>();
    private final Map<String, Beside> beside = new ConcurrentHashMap<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

    /**
     * Starts everything on new, empty state.
     *
     * @param repositories of gardens, by name
     * @param publish where all publish to: {@code direct} or {@code branch}
     */
    WarmPipeline(Path folder, Map<String, Path> repositories, String publish) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> gardens = new TreeMap<>();
        repositories.forEach((name, path) -> gardens.put(
                name, Map.of("repositories", Map.of(REPOSITORY, Map.of("url", path.toString(), "branch", "main")))));
        Configuration configuration = Configuration.of(
                Map.of(
                        "gardens", gardens,
                        "ingest", Map.of("poll-interval", "1h"),
                        "inference", Map.of("embedding", "false"),
                        "prune",
                                Map.of(
                                        "publish", publish,
                                        "plant-threshold", "0.01",
                                        "drop-threshold", "0",
                                        "links-per-pattern", "7",
                                        "entities-per-pattern", "3")),
                GardenDeclarations.ALL);
        broker = running(new RunningBroker(folder, folder.getFileName().toString()));
        producer = running(broker.clients().producer());
        startInference(configuration, folder);
        startPruner(configuration, folder);
        startIngest(configuration, folder);
        await().atMost(DEADLINE).until(() -> fine() && pushes.keySet().containsAll(repositories.keySet()));
    }

    private void startInference(Configuration configuration, Path folder) {
        InferenceSettings settings = InferenceSettings.of(configuration.settings("inference"));
        SentenceModel none = SentenceModel.NONE;
        running(new InferenceService(
                        settings,
                        broker.clients(),
                        none,
                        new WholeTexts(new CorpusModels(ModelFile.shipped(), none.name()), none, settings.wholeTexts()),
                        folder.resolve("streams"),
                        new InferenceListener() {},
                        failure -> troubles.add("inference failed: " + failure)))
                .start();
    }

    private void startPruner(Configuration configuration, Path folder) {
        GardenSites sites = new GardenSites(configuration);
        List<PrunedGarden> gardens = configuration.gardens().stream()
                .map(garden -> sites.pruned(garden, repository -> clone(sites, folder, garden.name(), repository)))
                .toList();
        running(new PrunerService(PrunerService.Setup.of(broker.clients(), gardens, new Cycles())))
                .start();
    }

    private BareClone clone(GardenSites sites, Path folder, String garden, RepositorySettings repository) {
        return running(sites.clone(folder.resolve("pruner").resolve(garden), repository));
    }

    private void startIngest(Configuration configuration, Path folder) {
        IngestSettings settings = IngestSettings.of(configuration.settings("ingest"));
        List<GardenSource> gardens = configuration.gardens().stream()
                .map(garden -> GardenSource.of(garden, settings))
                .toList();
        running(new IngestService(
                        settings, gardens, broker.clients(), folder.resolve("ingest"), Clock.systemUTC(), new Looks()))
                .start();
    }

    private <T extends AutoCloseable> T running(T part) {
        running.add(0, part);
        return part;
    }

    private boolean fine() {
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(troubles.toString());
        }
        return true;
    }

    /** Done beside a cycle. */
    interface Beside {
        void act() throws Exception;
    }

    /** Something to be done while the garden's next cycle is between reading and writing. */
    void beside(String garden, Beside action) {
        beside.put(garden, action);
    }

    /** Has repositories looked at, as webhooks do, and waits until all of them were. */
    void look(Collection<String> gardens) {
        looked.removeAll(gardens);
        gardens.forEach(garden -> send(
                Topic.PUSHES,
                RecordKeys.ofRepository(garden, REPOSITORY),
                PushNoticed.newBuilder()
                        .setGarden(garden)
                        .setRepository(REPOSITORY)
                        .setRef("refs/heads/main")
                        .setNoticedAt(Clock.systemUTC().instant())
                        .build()));
        await().atMost(DEADLINE).until(() -> fine() && looked.containsAll(gardens));
    }

    /** Runs one cycle in each garden behind what was imported last. */
    Map<String, CycleReport> cycle(Collection<String> gardens, String id, LocalDate date) {
        gardens.forEach(reports::remove);
        for (String garden : gardens) {
            PushClosed push = requireNonNull(pushes.get(garden));
            send(
                    Topic.PRUNE_REQUESTS,
                    RecordKeys.ofCycle(garden, id),
                    PruneRequest.newBuilder()
                            .setGarden(garden)
                            .setCycle(id)
                            .setKind(RequestKind.ASKED)
                            .setDate(date.toString())
                            .setAfter(List.of(new Position(REPOSITORY, push.getSequence(), push.getCommit())))
                            .setRequestedAt(Clock.systemUTC().instant())
                            .build());
        }
        await().atMost(DEADLINE).until(() -> fine() && reports.keySet().containsAll(gardens));
        return new TreeMap<>(reports);
    }

    private void send(Topic topic, String key, SpecificRecord value) {
        producer.send(new ProducerRecord<>(topic.topicName(), key, value));
        producer.flush();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : running) {
            part.close();
        }
    }

    private final class Cycles implements CycleListener {
        @Override
        public void read(CycleMark mark, int patterns) {
            Beside action = beside.remove(mark.garden());
            if (action != null) {
                try {
                    action.act();
                } catch (Exception e) {
                    troubles.add(mark.garden() + ": " + e);
                }
            }
        }

        @Override
        public void finished(CycleReport report) {
            reports.put(report.mark().garden(), report);
        }

        @Override
        public void failed(String garden, String why) {
            troubles.add("a cycle of " + garden + " failed: " + why);
        }
    }

    private final class Looks implements IngestListener {
        @Override
        public void closed(PushClosed push) {
            pushes.put(push.getGarden(), push);
            looked.add(push.getGarden());
        }

        @Override
        public void upToDate(String garden, String repository, long sequence, String commit) {
            looked.add(garden);
        }

        @Override
        public void unreachable(String garden, String repository, AccessFailure failure) {
            troubles.add(garden + " cannot be reached: " + failure);
        }
    }
}
