package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp = Path.of("");

    private Path library = Path.of("");

    @BeforeEach
    void makeLibrary() throws Exception {
        library = SmallLibrary.in(Files.createDirectory(temp.resolve("shared-tools")));
    }

    @Test
    void shouldTellHowFilesStandWhenNothingRuns() {
        // when
        int code = run(library.toString());
        // then: eight patterns, related in a circle, never looked at; one file is broken
        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("Garden shared-tools as of ")
                .contains("! 1 file cannot be read or must not be written")
                .contains("! 8 patterns were not looked at within the refresh age (100 % of all)")
                .containsPattern("curated relations +8\\n")
                .containsPattern("orphans +0\\n");
    }

    @Test
    void shouldWriteForMachinesAndForBrowsersWhenAsked() throws Exception {
        // given
        Path page = temp.resolve("health.html");
        // when
        int code = run(library.toString(), "--json", "--html", page.toString(), "--date", "2026-03-01");
        // then
        assertThat(code).isZero();
        JsonNode health = new ObjectMapper().readTree(out.toString());
        assertThat(health.path("date").asText()).isEqualTo("2026-03-01");
        assertThat(health.path("tallies").path("refused").path(0).path("id").asText())
                .isEqualTo("INVALID_YAML");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Garden health: shared-tools");
    }

    @Test
    void shouldTellItAsMarkdownWhenAsked() {
        assertThat(run(library.toString(), "--markdown")).isZero();
        assertThat(out.toString()).startsWith("# Garden health: shared-tools\n").contains("| patterns | 8 |");
    }

    @Test
    void shouldSayWhenThereIsNoRepository() {
        assertThat(run(temp.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(err.toString()).startsWith("garden health: ").hasLineCount(1);
    }

    private int run(String... args) {
        List<String> line = new ArrayList<>(List.of("health"));
        line.addAll(List.of(args));
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(line.toArray(new String[0]));
    }
}
