package org.graphgarden.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PatternChange;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.standalone.cli.GardenCommand;
import org.graphgarden.standalone.registry.RealRegistry;
import org.graphgarden.standalone.tend.SampleGarden;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator relies on: real processes, real broker, real registry, real Git; only the sentence model is left out. */
class UpTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String GARDEN = "sample";
    private static final PersonIdent STEWARD = new PersonIdent("Steward", "steward@example.org");

    private final Path temp;
    private final Path repository;
    private final Path state;
    private final Path config;

    UpTest(@TempDir Path temp) throws Exception {
        RealRegistry.installation();
        this.temp = temp;
        this.repository = temp.resolve("library");
        this.state = temp.resolve("state");
        this.config = temp.resolve("garden.yaml");
        SampleGarden.plant(Path.of("..", "sample"), repository);
        Files.writeString(
                config, """
                http:
                  port: 0
                up:
                  registry-cache: %s
                ingest:
                  poll-interval: 1s
                inference:
                  embedding: false
                gardens:
                  sample:
                    prune:
                      schedule: "0 0 5 ? * MON"
                    repositories:
                      main:
                        url: %s
                """.formatted(Path.of("target", "registry-cache").toAbsolutePath(), repository));
    }

    @Test
    void shouldFollowPushesPruneStopAndGoOn() throws Exception {
        List<ProcessHandle> children;
        int changes;
        try (UpProcess up = start()) {
            // given everything imported
            await().atMost(DEADLINE).until(() -> enriched().size() == patterns());

            // when a file is edited
            ObjectId edited = edit("frost-alarm.md", "Frost Alarm of the Whole Garden");

            // then
            await().atMost(DEADLINE).until(() -> isEnriched("frost-alarm", edited, "Frost Alarm of the Whole Garden"));

            // when a cycle is asked for
            assertThat(garden("prune", GARDEN, "now")).startsWith("0\n").contains("Look at   branch graph-garden/");

            // then
            assertThat(branch()).isNotNull();
            assertThat(garden("prune", GARDEN, "--dry-run")).startsWith("0\n").contains("+++ b/");
            assertThat(garden("health", GARDEN))
                    .startsWith("0\nGarden sample as of ")
                    .contains("reciprocity");
            assertThat(page("/gardens/sample/health.html"))
                    .startsWith("<!DOCTYPE html>")
                    .contains("<svg");
            assertThat(page("/gardens/sample/health")).contains("\"measure\" : \"orphans\"");
            assertThat(garden("prune", "history", GARDEN))
                    .contains("proposed on graph-garden/")
                    .containsPattern("dry-run-.* only tried");
            assertThat(garden("show", "frost-alarm", GARDEN)).contains("written by Steward", "proposed are");
            assertPreview();
            assertThat(garden("status"))
                    .startsWith("0\ngarden sample\n")
                    .contains(edited.name().substring(0, 12))
                    .contains("  lag           0 records, 0.0 s")
                    .contains("  last cycle    dry-run-")
                    .contains("  next cycle    20");
            assertThat(garden("prune", "elsewhere", "now")).startsWith("2\n").contains("there are: sample");
            assertThat(garden("up")).startsWith("2\n").contains("is in use");

            // when it is told to stop
            changes = read(Topic.PATTERN_CHANGES, PatternChange.class);
            children = up.children();
            assertThat(children).hasSize(2);
            assertThat(up.stopsWithin(STOP)).isTrue();
        }
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(garden("status")).startsWith("2\n").contains("nothing runs on the state folder");

        try (UpProcess again = start()) {
            // then its data is there, and nothing is imported again
            await().atMost(DEADLINE).until(() -> !garden("status").contains("not known"));
            assertThat(read(Topic.PATTERN_CHANGES, PatternChange.class)).isEqualTo(changes);
            assertThat(enriched()).hasSize(patterns());

            // when the broker is killed
            ProcessHandle broker = again.children().get(0);
            broker.destroyForcibly();
            ObjectId edited = edit("bulk-order-day.md", "Day of the Bulk Order");

            // then it comes back and goes on
            await().atMost(DEADLINE)
                    .until(() -> again.children().size() == 2
                            && again.children().stream().noneMatch(child -> child.pid() == broker.pid()));
            await().atMost(DEADLINE).until(() -> isEnriched("bulk-order-day", edited, "Day of the Bulk Order"));

            // when the registry is killed
            ProcessHandle registry = again.children().stream()
                    .filter(child -> child.info().commandLine().orElse("").contains("apicurio"))
                    .findFirst()
                    .orElseThrow();
            registry.destroyForcibly();

            // then it comes back with its schemas, and a new reader finds them
            await().atMost(DEADLINE)
                    .until(() -> again.children().size() == 2
                            && again.children().stream().noneMatch(child -> child.pid() == registry.pid()));
            ObjectId later = edit("garden-buddy.md", "Buddy of the Garden");
            await().atMost(DEADLINE).until(() -> isEnriched("garden-buddy", later, "Buddy of the Garden"));
            assertThat(garden("prune", GARDEN, "--dry-run")).startsWith("0\n");

            // when all of it is killed
            children = again.children();
            again.kill();
        }

        // then nobody is left
        List<ProcessHandle> orphans = children;
        await().atMost(STOP).until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
    }

    private UpProcess start() throws Exception {
        return UpProcess.start(config, state, temp.resolve("up.log"));
    }

    /** Runs the command in this process; gives its exit code, and what it said on the lines behind. */
    /** What the edge tells of a cycle that is not run. */
    private void assertPreview() throws Exception {
        ObjectId branch = branch();
        String edge = Addresses.of(state).orElseThrow().edge();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> json = client.send(
                HttpRequest.newBuilder(URI.create(edge + "/gardens/" + GARDEN + "/preview"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).contains("\"outcome\" : \"dry-run\"", "\"cause\" : ", "\"diff\" : \"--- a/");
        HttpResponse<String> diff = client.send(
                HttpRequest.newBuilder(URI.create(edge + "/gardens/" + GARDEN + "/preview.diff"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(diff.headers().firstValue("Content-Type")).hasValue("text/x-diff; charset=utf-8");
        assertThat(diff.body()).startsWith("--- a/").contains("+graph_garden:");
        assertThat(branch()).isEqualTo(branch);
    }

    private String garden(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        List<String> line = new java.util.ArrayList<>(List.of(args));
        line.addAll(List.of("--config", config.toString(), "--state", state.toString()));
        int code = new GardenCommand(writer, writer).execute(line.toArray(new String[0]));
        return code + "\n" + said;
    }

    private TopicReader reader() {
        UpOptions options = new UpOptions(config, state, null, null, Set.of(ServiceKind.values()));
        return TopicReader.settled(RunningCluster.of(options).clients());
    }

    private String page(String path) throws Exception {
        String edge = RunningCluster.of(new UpOptions(config, state, null, null, Set.of(ServiceKind.values())))
                .edge()
                .orElseThrow();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(edge).resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Map<String, EnrichedPattern> enriched() {
        return reader().readTable(Topic.ENRICHED_PATTERNS, GARDEN, EnrichedPattern.class);
    }

    private boolean isEnriched(String slug, ObjectId commit, String title) {
        EnrichedPattern pattern = enriched().get(RecordKeys.ofPattern(GARDEN, slug));
        return pattern != null
                && pattern.getTitle().equals(title)
                && pattern.getCommit().equals(commit.name());
    }

    private <T extends SpecificRecord> int read(Topic topic, Class<T> type) {
        return reader().readToEnd(topic, GARDEN, type).size();
    }

    private int patterns() throws Exception {
        try (var files = Files.list(repository.resolve("patterns"))) {
            return (int) files.count();
        }
    }

    private ObjectId edit(String name, String title) throws Exception {
        Path file = repository.resolve("patterns").resolve(name);
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^title: .*$", "title: \"" + title + "\""));
        try (Git git = Git.open(repository.toFile())) {
            return git.commit()
                    .setAll(true)
                    .setMessage("Rename a pattern")
                    .setAuthor(STEWARD)
                    .setCommitter(STEWARD)
                    .setSign(false)
                    .call()
                    .getId();
        }
    }

    private @org.jspecify.annotations.Nullable ObjectId branch() throws Exception {
        try (Git git = Git.open(repository.toFile())) {
            return git.getRepository().resolve("refs/heads/graph-garden/" + LocalDate.now(ZoneOffset.UTC));
        }
    }
}
