package org.graphgarden.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every file of a folder of real patterns, given with -Dgarden.corpus=DIR. */
class CorpusTest {

    @Test
    void shouldTouchOnlyTheBlockWhenAnyFileIsSpliced() throws IOException {
        // given
        String corpus = System.getProperty("garden.corpus", "");
        Assumptions.assumeFalse(corpus.isBlank(), "no corpus: give one with -Dgarden.corpus=DIR");
        List<Path> files = markdownFiles(Path.of(corpus));

        // when
        List<Seen> seen = files.parallelStream().map(CorpusTest::look).toList();

        // then
        report(seen);
        assertThat(seen).flatExtracting(Seen::faults).isEmpty();
        assertThat(seen).flatExtracting(Seen::refused).allSatisfy(problem -> assertThat(((Problem) problem).line())
                .isPositive());
    }

    private static List<Path> markdownFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /**
     * What became of a file.
     *
     * @param splices how often it was spliced; 0 when it is no pattern
     * @param refused why it cannot be read
     * @param faults what a splice did that it must not
     */
    private record Seen(Path file, int splices, List<Problem> refused, List<String> faults) {}

    private static Seen look(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            ReadResult result = PatternReader.read(bytes);
            if (result instanceof ReadResult.Pattern pattern) {
                return splice(file, bytes, pattern.document());
            }
            return new Seen(file, 0, result instanceof ReadResult.Refused no ? no.problems() : List.of(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seen splice(Path file, byte[] bytes, PatternDocument document) {
        GardenSection section = document.section().orElse(GardenSection.EMPTY);
        List<String> faults = new ArrayList<>();
        Map<String, GardenSection> revisions = Revisions.of(section);
        revisions.forEach((name, revision) -> {
            try {
                SpliceAssertions.prove(bytes, document, revision, Splicer.splice(document, revision));
            } catch (AssertionError e) {
                faults.add(file + ", " + name + ": " + e.getMessage());
            }
        });
        return new Seen(file, revisions.size(), List.of(), faults);
    }

    private static void report(List<Seen> seen) {
        System.out.printf(
                "%d files: %d patterns, %d refused; %d splices%n",
                seen.size(),
                seen.stream().filter(file -> file.splices() > 0).count(),
                seen.stream().filter(file -> !file.refused().isEmpty()).count(),
                seen.stream().mapToInt(Seen::splices).sum());
        seen.stream()
                .filter(file -> !file.refused().isEmpty())
                .forEach(file -> System.out.println("refused " + file.file().getFileName() + " " + file.refused()));
    }
}
