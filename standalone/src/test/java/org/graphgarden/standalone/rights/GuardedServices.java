package org.graphgarden.standalone.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.inference.entity.Entity;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.stream.InferenceListener;
import org.graphgarden.inference.stream.InferenceRights;
import org.graphgarden.inference.stream.InferenceService;
import org.graphgarden.inference.stream.InferenceSettings;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.ingest.webhook.KafkaPushNotices;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.standalone.SimpleModels;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** The real services over one small repository, each logged in as its own user. */
final class GuardedServices implements AutoCloseable {

    static final String GARDEN = "walled";

    private static final String REPOSITORY = "beds";

    private final GuardedBroker broker;
    private final Path temp;
    private final BareClone clone;
    private int changes;

    GuardedServices(GuardedBroker broker, Path temp) {
        this.broker = broker;
        this.temp = temp;
        this.clone = BareClone.at(temp.resolve("clone"), access());
    }

    KafkaClients clients(String user) {
        return clients(broker.login(user));
    }

    KafkaClients administrator() {
        return clients(broker.administrator());
    }

    private static KafkaClients clients(Map<String, String> settings) {
        return new KafkaClients(settings, SchemaRegistries.forUrl("mock://rights-test"));
    }

    /** Commits new texts, and a file that cannot be read. */
    void change() throws IOException, GitAPIException {
        Path folder = temp.resolve(REPOSITORY);
        changes++;
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            for (String slug : List.of("mint", "sage")) {
                Files.writeString(
                        folder.resolve(slug + ".md"),
                        "---\nslug: " + slug + "\ntitle: Kitchen " + slug + " " + changes + "\n---\n\nA herb.\n");
            }
            Files.writeString(folder.resolve("broken.md"), "---\nslug: [ # " + changes + "\n---\n");
            git.add().addFilepattern(".").call();
            git.commit().setMessage("change " + changes).setSign(false).call();
        }
    }

    IngestService ingest(Consumer<Throwable> failures) {
        RepositorySource source = new RepositorySource(REPOSITORY, access(), null, List.of("**/*.md"), List.of());
        return IngestService.pacedBy(
                InferenceRights.ALL.group(),
                new IngestSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), 100, 1),
                List.of(new GardenSource(GARDEN, List.of(source))),
                clients("ingest"),
                temp.resolve("state"),
                Clock.systemUTC(),
                new IngestListener() {
                    @Override
                    public void failed(Throwable failure) {
                        failures.accept(failure);
                    }
                });
    }

    /** What the webhook does. */
    void hint() throws Exception {
        try (KafkaPushNotices notices = new KafkaPushNotices(clients("ingest"))) {
            notices.publish(List.of(PushNoticed.newBuilder()
                    .setGarden(GARDEN)
                    .setRepository(REPOSITORY)
                    .setNoticedAt(Instant.now())
                    .build()));
        }
    }

    InferenceService inference(Consumer<Throwable> failures) {
        return new InferenceService(
                new InferenceSettings(1, Duration.ofMillis(100), 0.5, 0.1, false, 0, ""),
                clients("inference"),
                SentenceModel.NONE,
                new SimpleModels("titles", GuardedServices::title),
                temp.resolve("streams-" + changes),
                new InferenceListener() {},
                failures);
    }

    PrunerService pruner(Consumer<Throwable> failures) {
        Site site = new Site(REPOSITORY, access().address(), null, PathFilter.markdown(), clone);
        PrunedGarden garden = new PrunedGarden(GARDEN, List.of(site), Policy.DEFAULT, Publishing.DEFAULT);
        CycleListener listener = new CycleListener() {
            @Override
            public void startsOver(Throwable why) {
                failures.accept(why);
            }

            @Override
            public void failed(String name, String why) {
                failures.accept(new IllegalStateException(why));
            }
        };
        return new PrunerService(PrunerService.Setup.of(clients("pruner"), List.of(garden), listener));
    }

    /** Asks for a cycle, as the pruner's scheduler does. */
    void request(String cycle) {
        PruneRequest request = PruneRequest.newBuilder()
                .setGarden(GARDEN)
                .setCycle(cycle)
                .setDate("2026-03-01")
                .build();
        try (Producer<String, PruneRequest> producer = clients("pruner").producer()) {
            producer.send(
                    new ProducerRecord<>(Topic.PRUNE_REQUESTS.topicName(), RecordKeys.ofCycle(GARDEN, cycle), request));
        }
    }

    @Override
    public void close() {
        clone.close();
    }

    private Access access() {
        return Access.to(RepositoryAddress.parse(temp.resolve(REPOSITORY).toString()));
    }

    /** The title is the entity. */
    private static Enrichment title(String slug, Map<String, Profile> garden) {
        Profile profile = garden.get(slug);
        String title = profile == null ? slug : profile.title();
        return new Enrichment(List.of(new Entity(slug, "concept", title, 1)), List.of(), List.of(), 0);
    }
}
