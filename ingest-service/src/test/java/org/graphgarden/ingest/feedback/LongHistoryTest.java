package org.graphgarden.ingest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.ingest.read.BlobWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Reads a repository with a long history, given with {@code -Dgarden.history=DIR}, and writes how long it took. */
@EnabledIfSystemProperty(named = "garden.history", matches = ".+")
class LongHistoryTest {

    private final Path temp;

    LongHistoryTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldReadALongHistoryOnceAndThenOnlyWhatIsNew() throws Exception {
        // given
        Path source = Path.of(System.getProperty("garden.history", ""));
        PathFilter filter = PathFilter.markdown();
        try (BlobWork work = new BlobWork(2);
                BareClone clone =
                        BareClone.at(temp.resolve("clone"), Access.to(RepositoryAddress.parse(source.toString())))) {
            String head = ((FetchOutcome.Head) clone.fetch(null)).commit();
            String before = clone.history().parent(head);
            Map<String, String> ids = new TreeMap<>();
            clone.tree(filter).list(head).forEach(file -> {
                String name = Path.of(file.path()).getFileName().toString().replace(".md", "");
                ids.put(name, name.replace("p", "id-"));
            });
            PatternNames names = new PatternNames(ids);
            FeedbackHistory history = new FeedbackHistory(filter);

            // when
            long start = System.nanoTime();
            history.at(clone, before, new TreeMap<>(), names, work);
            long first = System.nanoTime();
            RepositoryFeedback feedback = history.at(clone, head, new TreeMap<>(), names, work);
            long second = System.nanoTime();

            // then
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            Files.writeString(
                    Path.of("target", "long-history.txt"),
                    "%d commits: %d ms, one more: %d ms, %d patterns, %d MiB in use%n"
                            .formatted(
                                    clone.history().commits(head, null).size(),
                                    (first - start) / 1_000_000,
                                    (second - first) / 1_000_000,
                                    feedback.bySlug().size(),
                                    (runtime.totalMemory() - runtime.freeMemory()) >> 20));
            assertThat(history.at(clone, head, new TreeMap<>(), names, work)).isEqualTo(feedback);
        }
    }
}
