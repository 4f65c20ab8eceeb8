package org.graphgarden.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.standalone.cli.GardenCommand;
import org.graphgarden.standalone.registry.RealRegistry;
import org.graphgarden.standalone.registry.RegistryOptions;
import org.graphgarden.standalone.registry.RegistryProcess;
import org.graphgarden.standalone.tend.SampleGarden;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each service as a process of its own, as containers have it, on a broker and a registry that none of them started. */
class ServiceProcessesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int PATTERNS = 34;

    private final Path temp;
    private final Path config;

    ServiceProcessesTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.config = temp.resolve("garden.yaml");
        SampleGarden.plant(Path.of("..", "sample"), temp.resolve("library"));
    }

    @Test
    void shouldTendAGardenTogetherAndGoOnWhenOneWasKilled() throws Exception {
        try (RunningBroker broker = new RunningBroker(temp, "services-test");
                RegistryProcess registry = RegistryProcess.start(
                        RealRegistry.installation(),
                        new RegistryOptions(broker.bootstrapServers(), temp.resolve("registry"), 0, DEADLINE))) {
            configure(broker.bootstrapServers(), registry.url());
            try (UpProcess ingest = start("ingest");
                    UpProcess inference = start("inference");
                    UpProcess pruner = start("pruner")) {
                // when they run, then everything is imported and enriched
                await().atMost(DEADLINE).until(() -> enriched() == PATTERNS);

                // when inference is killed and comes again, then a cycle that was asked for meanwhile is run
                inference.kill();
                try (UpProcess again = start("inference")) {
                    assertThat(garden("prune", "sample", "now"))
                            .startsWith("0\n")
                            .contains("graph-garden/");

                    // when they are told to stop, then all do
                    for (UpProcess service : List.of(ingest, again, pruner)) {
                        assertThat(service.stopsWithin(STOP)).isTrue();
                    }
                }
            }
        }
    }

    private void configure(String bootstrapServers, String registry) throws Exception {
        Files.writeString(config, """
                http:
                  port: 0
                kafka:
                  bootstrap.servers: %s
                schema-registry:
                  url: %s
                topics:
                  garden-partitions: 2
                  pattern-partitions: 3
                inference:
                  embedding: false
                gardens:
                  sample:
                    repositories:
                      main:
                        url: %s
                """.formatted(bootstrapServers, registry, temp.resolve("library")));
    }

    private UpProcess start(String service) throws Exception {
        Path state = temp.resolve("state");
        return UpProcess.start(
                state.resolve(service),
                temp.resolve(service + ".log"),
                List.of("service", service, "--config", config.toString(), "--state", state.toString()));
    }

    private int enriched() {
        UpOptions options = new UpOptions(config, temp.resolve("state"), null, null, Set.of(ServiceKind.values()));
        return TopicReader.settled(RunningCluster.of(options).clients())
                .readTable(Topic.ENRICHED_PATTERNS, "sample", EnrichedPattern.class)
                .size();
    }

    /** Runs the command in this process; gives its exit code, and what it said on the lines behind. */
    private String garden(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        List<String> line = new ArrayList<>(List.of(args));
        line.addAll(List.of("--config", config.toString(), "--timeout", "60"));
        int code = new GardenCommand(writer, writer).execute(line.toArray(new String[0]));
        return code + "\n" + said;
    }
}
