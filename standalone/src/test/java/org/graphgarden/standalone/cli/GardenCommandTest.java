package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GardenCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tend . --date 2026-02-30     | --date        | 2026-02-30 | YYYY-MM-DD",
                "tend . --publish somewhere   | --publish     | somewhere  | branch, pull-request, direct, none",
                "tend . --older-files maybe   | --older-files | maybe      | on, off",
                "tend . --max-files 0         | --max-files   | 0          | 1 or more",
                "tend . --max-files           | --max-files   | ''         | --help",
                "tend . --dryrun              | --dryrun      | ''         | --dry-run",
                "tend                         | repository    | ''         | --sample",
                "evaluate . --hold-out 2      | --hold-out    | 2          | not above 1",
                "evaluate . --links none.jsonl | none.jsonl   | ''         | does not exist",
                "evaluate . --model none.json | none.json     | ''         | no such file",
                "evaluate . --json no/where.json | --json     | no/where.json | a folder that exists",
                "explain                      | <slug>        | ''         | --help",
                "explain shed --threshold 3   | --threshold   | 3          | not above 1",
                "tnd                          | tnd           | ''         | tend",
                "watch enriched-paterns       | topic         | enriched-paterns | did you mean enriched-patterns?",
                "watch nonsense               | topic         | nonsense   | candidate-links",
                "watch p                      | topic         | 'p'        | write it out",
                "watch links --limit 0        | --limit       | 0          | 1 or more",
                "watch links --garden A/B     | garden        | A/B        | rename",
                "watch links --state none     | state folder  | none       | --bootstrap-servers",
                "watch links --bootstrap-servers h:1 | schemas | ''        | --schema-registry",
                "watch links --config none.yaml | file        | none.yaml  | does not exist",
            })
    void shouldNameFlagValueAndRemedyWhenTheCommandLineIsWrong(String line, String flag, String value, String remedy) {
        // when
        int code = run(line.split(" +"));
        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().strip())
                .doesNotContain("\n")
                .contains(flag)
                .contains(value)
                .contains(remedy);
    }

    @Test
    void shouldListProblemsWithPlaceAndRemedyWhenValidating(@TempDir Path folder) throws Exception {
        // given
        Files.writeString(folder.resolve("good.md"), "---\nslug: good\ntitle: Good\n---\nText\n");
        Files.writeString(folder.resolve("bad.md"), "---\nslug: bad\ntitle: [unclosed\n---\nText\n");
        Files.writeString(folder.resolve("note.md"), "No front matter.\n");
        // when
        int code = run("validate", folder.toString());
        // then
        assertThat(code).isEqualTo(4);
        assertThat(out.toString())
                .containsPattern("bad\\.md:\\d+:\\d+: INVALID_YAML: .*Correct the YAML")
                .doesNotContain("good.md")
                .contains("1 of 3");
    }

    @Test
    void shouldExitWithZeroWhenAllIsValid(@TempDir Path folder) throws Exception {
        // given
        Files.writeString(folder.resolve("good.md"), "---\nslug: good\ntitle: Good\n---\nText\n");
        // when, then
        assertThat(run("validate", folder.toString())).isZero();
    }

    @Test
    void shouldListExitCodesInTheHelp() {
        // when
        int code = run("tend", "--help");
        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("--allow-refused").contains("foreign commits");
    }

    @Test
    void shouldKeepStateInTheUsersCache() {
        assertThat(DefaultFolders.state(Map.of("XDG_CACHE_HOME", "/cache"), "/home/g"))
                .isEqualTo(Path.of("/cache/graph-garden"));
        assertThat(DefaultFolders.state(Map.of("XDG_CACHE_HOME", "relative"), "/home/g"))
                .isEqualTo(Path.of("/home/g/.cache/graph-garden"));
        assertThat(DefaultFolders.state(Map.of(), "/home/g")).isEqualTo(Path.of("/home/g/.cache/graph-garden"));
    }

    private int run(String... line) {
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true)).execute(line);
    }
}
