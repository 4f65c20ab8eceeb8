package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldTellHowManyHiddenAnswersCameBack() throws Exception {
        // given
        SmallLibrary.in(folder);
        Path json = folder.resolve("figures.json");
        Path diagram = folder.resolve("confidence.svg");
        // when
        int code =
                run(folder.toString(), "--hold-out", "0.5", "--json", json.toString(), "--diagram", diagram.toString());
        // then
        assertThat(err.toString()).contains("broken.md");
        assertThat(code).isZero();
        assertThat(out.toString()).contains("recall@10", "TF-IDF", "links: 4 (50 % hidden, seed 1)", "hidden entities");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.at("/figures/links/pairs").asInt()).isEqualTo(4);
        assertThat(figures.at("/figures/baselineLinks/recall10").asDouble()).isPositive();
        assertThat(figures.at("/figures/judged").isNull()).isTrue();
        assertThat(Files.readString(diagram)).startsWith("<svg").contains("a lower bound");
    }

    @Test
    void shouldGiveTheSameFiguresForTheSameSeed() throws Exception {
        // given
        SmallLibrary.in(folder);
        run(folder.toString(), "--seed", "7");
        String first = out.toString();
        out.getBuffer().setLength(0);
        // when
        run(folder.toString(), "--seed", "7");
        // then
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void shouldCompareWithJudgedPairsOfThisLibraryWhenGiven() throws Exception {
        // given
        SmallLibrary.in(folder);
        Path judged = folder.resolve("judged.jsonl");
        Files.writeString(
                judged,
                judgement("here", "tool-library", 2, "1-1")
                        + judgement("here", "seed-library", 1, "2-3")
                        + judgement("here", "rain-barrel", 0, "4-6")
                        + judgement("elsewhere", "nobody", 2, "1-1"));
        // when
        int code = run(folder.toString(), "--judged", judged.toString());
        // then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("judged pairs: 3", "AUC, kept or not")
                .doesNotContain("recall@10");
    }

    @Test
    void shouldSayWhichLineOfAnAnswerFileIsWrong() throws Exception {
        // given
        SmallLibrary.in(folder);
        Path judged = folder.resolve("judged.jsonl");
        Files.writeString(
                judged, judgement("here", "tool-library", 2, "1-1") + judgement("here", "seed-library", 3, "2-3"));
        // when
        int code = run(folder.toString(), "--judged", judged.toString());
        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().strip())
                .contains("judged.jsonl:2: verdict must be 0, 1 or 2")
                .doesNotContain("\n");
    }

    @Test
    void shouldRefuseJudgedPairsOfAnotherLibrary() throws Exception {
        // given
        SmallLibrary.in(folder);
        Path judged = folder.resolve("judged.jsonl");
        Files.writeString(judged, judgement("elsewhere", "nobody", 2, "1-1"));
        // when, then
        assertThat(run(folder.toString(), "--judged", judged.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is about other patterns");
    }

    @Test
    void shouldSayWhatToDoWhenThereIsNothingToHide() throws Exception {
        // given
        Files.writeString(folder.resolve("one.md"), "---\nslug: one\ntitle: One\n---\nText.\n");
        // when, then
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is nothing to hide", "--links");
    }

    @Test
    void shouldSayWhenThereIsNoLibrary() {
        assertThat(run(folder.resolve("none").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("there is no folder");
    }

    private static String judgement(String library, String target, int verdict, String bucket) {
        return ("{\"library\":\"%s\",\"source\":\"tool-shed\",\"target\":\"%s\",\"verdict\":%d,\"type\":\"complementary\","
                        + "\"tfidf_rank\":\"%s\"}%n")
                .formatted(library, target, verdict, bucket);
    }

    private int run(String... arguments) {
        String[] line = new String[arguments.length + 4];
        line[0] = "evaluate";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[line.length - 3] = "--no-embedding";
        line[line.length - 2] = "--state";
        line[line.length - 1] = folder.resolve("state").toString();
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true)).execute(line);
    }
}
