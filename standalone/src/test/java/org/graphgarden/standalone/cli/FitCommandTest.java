package org.graphgarden.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.model.ModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldWriteAModelThatServicesLoadWhenThereAreLinksEnough() throws Exception {
        // given
        Path library = manyPatterns();
        Path model = folder.resolve("model.json");
        // when
        int code = run(library.toString(), "--name", "ours", "--out", model.toString());
        // then
        assertThat(err.toString()).contains("fitting on all");
        assertThat(code).isZero();
        assertThat(out.toString()).contains("part 1 of 5", "recall@10", "model ours@");
        ModelFile written = ModelFile.read(model);
        assertThat(written.part("links").part("weights").number("body_likeness"))
                .isNotNegative();
        assertThat(written.about().at("/links/data/0/patterns").asInt()).isEqualTo(24);
        assertThat(Files.readString(model)).doesNotContain("pattern-7", folder.toString());
    }

    @Test
    void shouldSayThatThereIsTooLittleToLearnFrom() throws Exception {
        // given
        SmallLibrary.in(folder);
        // when
        int code = run(folder.toString(), "--out", folder.resolve("m.json").toString());
        // then
        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("a fit needs 20", "--links");
    }

    /** Patterns in groups of four that speak of one thing and link to each other. */
    private Path manyPatterns() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        List<String> things = List.of("barley", "copper", "drums", "eels", "flax", "granite");
        for (int i = 0; i < 24; i++) {
            String thing = things.get(i / 4);
            List<String> targets = new ArrayList<>();
            for (int other = i / 4 * 4; other < i / 4 * 4 + 4; other++) {
                if (other != i) {
                    targets.add("pattern-" + other);
                }
            }
            Files.writeString(
                    library.resolve("pattern-" + i + ".md"),
                    "---\nslug: pattern-" + i + "\ntitle: The " + thing + " of place " + i
                            + "\nrelationships:\n  complementary: [" + String.join(", ", targets) + "]"
                            + "\n---\n\nWe keep " + thing + " here, and all who come may use the " + thing + " in turn "
                            + i
                            + ".\n");
        }
        return library;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("fit"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--no-embedding", "--state", folder.resolve("state").toString()));
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(new String[0]));
    }
}
