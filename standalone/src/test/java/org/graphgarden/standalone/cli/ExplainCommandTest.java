package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeLibrary() throws Exception {
        SmallLibrary.in(folder);
    }

    @Test
    void shouldShowWhatTheScoreIsMadeOf() throws Exception {
        // when
        int code = run("tool-library", "compost-heap", "--json");
        // then
        assertThat(code).isZero();
        JsonNode pair = new ObjectMapper().readTree(out.toString());
        double sum = 0;
        for (JsonNode part : pair.path("parts")) {
            sum += part.path("contribution").asDouble();
        }
        assertThat(sum).isCloseTo(pair.path("score").asDouble(), within(1e-9));
        assertThat(pair.path("standing").asText()).isEqualTo("PROPOSED");
        assertThat(pair.path("link").path("reason").asText()).isNotEmpty();
        assertThat(pair.path("verdict").asText()).isNotEmpty();
    }

    @Test
    void shouldPromiseOnlyChangesThatHelp() throws Exception {
        // when
        run("compost-heap", "tool-library", "--threshold", "0.999", "--json");
        // then
        JsonNode pair = new ObjectMapper().readTree(out.toString());
        assertThat(pair.path("changes")).isNotEmpty().allSatisfy(change -> assertThat(
                        change.path("confidence").asDouble())
                .isGreaterThan(pair.path("confidence").asDouble()));
    }

    @Test
    void shouldSayWhenPeopleHaveLinkedTheTwoAlready() {
        assertThat(run("tool-library", "seed-library")).isZero();
        assertThat(out.toString()).contains("people have linked the two already", "what the model sees");
    }

    @Test
    void shouldNotExplainAwayAPatternItself() {
        assertThat(run("tool-library", "tool-library")).isZero();
        assertThat(out.toString()).contains("a pattern is not linked to itself").doesNotContain("what would change it");
    }

    @Test
    void shouldShowTheWholeOfAPattern() {
        assertThat(run("tool-library")).isZero();
        assertThat(out.toString())
                .startsWith("Tool Library")
                .contains("linked by people", "seed-library (enables)", "what it is about", "relevance", "confidence");
    }

    @Test
    void shouldNameNearSlugsWhenThereIsNoSuchPattern() {
        assertThat(run("tool-libary")).isEqualTo(2);
        assertThat(err.toString()).contains("no pattern of", "'tool-libary'", "did you mean tool-library?");
    }

    @Test
    void shouldSayWhenThereIsNoLibrary() {
        folder = folder.resolve("none");
        assertThat(run("tool-library")).isEqualTo(3);
    }

    private int run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("explain"));
        line.addAll(List.of(arguments));
        line.addAll(List.of(
                "-r",
                folder.toString(),
                "--no-embedding",
                "--state",
                folder.resolve("state").toString()));
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
    }
}
