package org.graphgarden.standalone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graphgarden.standalone.Requirement;
import org.graphgarden.standalone.cli.GardenCommand;
import org.graphgarden.standalone.cli.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the documentation, as they stand there, and {@code garden watch}: against the real broker and the real registry,
 * before and after a field is added to the schema. Each test has a garden of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();

    private final Path temp;
    private final Streams streams;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    ExamplesTest(@TempDir Path temp) throws IOException {
        this.temp = temp;
        this.streams = Streams.start(temp);
    }

    @BeforeAll
    void write() {
        streams.write("old", "moss", "Moss");
        streams.write("old", "moss", null);
    }

    @BeforeEach
    void listen() {
        out = new StringWriter();
        err = new StringWriter();
    }

    @AfterAll
    void close() {
        streams.close();
    }

    @Test
    void shouldPrintPatternsWithJava() throws Exception {
        String source = EXAMPLES.resolve("java/EnrichedPatternsConsumer.java").toString();
        try (Program program = Program.java(temp, source, streams.bootstrapServers(), streams.registryUrl())) {
            shouldPrintWhatIsWrittenNowAndLater(program, "java");
        }
    }

    @Test
    void shouldPrintPatternsWithNode() throws Exception {
        Path folder = installed();
        try (Program program = Program.start(
                folder, "node", "enriched-patterns.js", streams.bootstrapServers(), streams.registryUrl(), "node")) {
            shouldPrintWhatIsWrittenNowAndLater(program, "node");
            program.terminate();
            assertThat(program.awaitEnd()).isZero();
        }
    }

    @Test
    void shouldCountPatternsWithKafkaStreams() throws Exception {
        String source = EXAMPLES.resolve("java/PatternTable.java").toString();
        String state = temp.resolve("table").toString();
        try (Program program = Program.java(temp, source, streams.bootstrapServers(), streams.registryUrl(), state)) {
            // given
            streams.write("table", "oak", "Oak");
            program.awaitOutput("table has 1 patterns\n");
            // when
            streams.writeLater("table", "elm", "Elm");
            program.awaitOutput("table has 2 patterns\n");
            streams.write("table", "ash", "Ash");
            program.awaitOutput("table has 3 patterns\n");
            streams.write("table", "elm", null);
            streams.write("table", "oak", null);
            // then
            program.awaitOutput("table has 3 patterns\ntable has ");
        }
    }

    @Test
    void shouldWatchWhatIsThereUpToTheLimit() throws Exception {
        // given
        streams.write("watched", "oak", "Oak");
        streams.writeLater("watched", "elm", "Elm");
        streams.write("watched", "oak", null);
        // when
        int code = garden(watch("enriched", "--garden", "watched", "--from-beginning", "--limit", "3"));
        // then
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("watched/oak  “Oak”", "enables rain-barrel 0.88"),
                        line -> assertThat(line).contains("watched/elm  “Elm”"),
                        line -> assertThat(line).endsWith("watched/oak  removed"));
    }

    @Test
    void shouldNameWhatCannotBeReadAndGoOn() {
        // given
        streams.writeNonsenseAndLink("nonsense", "oak");
        // when
        int code = garden(watch("links", "--from-beginning", "--limit", "1"));
        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("nonsense/oak  observed enables elm 0.90");
        assertThat(err.toString()).contains("left out garden.candidate-links-").contains("magic byte");
    }

    @Test
    void shouldEndQuietlyWhenTerminated() throws Exception {
        try (Program program = Program.java(temp, mainWith("--json"))) {
            // given
            program.awaitOutput("Ctrl-C ends");
            streams.write("json", "oak", "Oak");
            program.awaitOutput("\"key\":\"json/oak\"");
            // when
            program.terminate();
            // then
            assertThat(program.awaitEnd()).isEqualTo(143);
            assertThat(program.output())
                    .contains("\"ce_type\":\"org.graphgarden.events.EnrichedPattern\"", "\"title\":\"Oak\"")
                    .doesNotContain("old/moss", "Exception");
        }
    }

    /** What every example that prints patterns has to do. */
    private void shouldPrintWhatIsWrittenNowAndLater(Program program, String garden) throws Exception {
        // given
        program.awaitOutput("old/moss is gone\n");
        // when
        streams.write(garden, "oak", "Oak");
        program.awaitOutput(garden + "/oak: Oak\n  enables rain-barrel 0.88: Both keep water");
        streams.writeLater(garden, "elm", "Elm");
        // then
        program.awaitOutput(garden + "/elm: Elm\n");
        streams.write(garden, "oak", null);
        program.awaitOutput(garden + "/oak is gone\n");
    }

    private int garden(String... line) {
        return new GardenCommand(new PrintWriter(out), new PrintWriter(err)).execute(line);
    }

    private String[] watch(String topic, String... more) {
        String[] line = {
            "watch",
            topic,
            "--bootstrap-servers",
            streams.bootstrapServers(),
            "--schema-registry",
            streams.registryUrl()
        };
        return concat(line, more);
    }

    private String[] mainWith(String... more) {
        return concat(new String[] {Main.class.getName()}, watch("enriched", more));
    }

    private static String[] concat(String[] first, String[] second) {
        String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** The Node example with its packages, as the lock file has them; beside the checkout's own, which stays clean. */
    private Path installed() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("node"));
        for (String file : new String[] {".npmrc", "package.json", "package-lock.json", "enriched-patterns.js"}) {
            Files.copy(EXAMPLES.resolve("node").resolve(file), folder.resolve(file));
        }
        try (Program npm =
                Program.start(folder, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")) {
            return npm.awaitEnd() == 0
                    ? folder
                    : Requirement.missing("the packages of the Node example cannot be had: " + npm.output());
        } catch (IOException e) {
            return Requirement.missing("Node and npm are missing: " + e.getMessage());
        }
    }
}
