package org.graphgarden.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every file of a folder of real patterns, given with -Dgarden.corpus=DIR. */
class CorpusTest {

    private final Map<String, List<Problem>> refused = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int patterns;
    private int splices;
    private int others;
    private long readNanos;
    private long spliceNanos;

    @Test
    void shouldTouchOnlyTheBlockWhenAnyFileIsSpliced() throws IOException {
        // given
        String corpus = System.getProperty("garden.corpus", "");
        Assumptions.assumeFalse(corpus.isBlank(), "no corpus: give one with -Dgarden.corpus=DIR");
        List<Path> files = markdownFiles(Path.of(corpus));

        // when
        for (Path file : files) {
            check(file);
        }

        // then
        report(files.size());
        assertThat(faults).isEmpty();
        assertThat(refused.values()).allSatisfy(problems -> assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.line()).isPositive()));
    }

    private static List<Path> markdownFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private void check(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        ReadResult result = PatternReader.read(bytes);
        readNanos += System.nanoTime() - start;
        if (result instanceof ReadResult.Refused no) {
            refused.put(file.getFileName().toString(), no.problems());
        } else if (result instanceof ReadResult.NotAPattern) {
            others++;
        } else if (result instanceof ReadResult.Pattern pattern) {
            patterns++;
            splice(file, bytes, pattern.document());
        }
    }

    private void splice(Path file, byte[] bytes, PatternDocument document) {
        GardenSection section = document.section().orElse(GardenSection.EMPTY);
        for (Map.Entry<String, GardenSection> revision : Revisions.of(section).entrySet()) {
            long start = System.nanoTime();
            SpliceResult result = Splicer.splice(document, revision.getValue());
            spliceNanos += System.nanoTime() - start;
            splices++;
            try {
                SpliceAssertions.prove(bytes, document, revision.getValue(), result);
            } catch (AssertionError e) {
                faults.add(file + ", " + revision.getKey() + ": " + e.getMessage());
            }
        }
    }

    private void report(int files) {
        System.out.printf(
                "%d files: %d patterns, %d refused, %d others; %d splices; %.3f ms a read, %.3f ms a splice%n",
                files,
                patterns,
                refused.size(),
                others,
                splices,
                readNanos / 1e6 / Math.max(1, files),
                spliceNanos / 1e6 / Math.max(1, splices));
        refused.forEach((name, problems) -> System.out.println("refused " + name + " " + problems));
    }
}
