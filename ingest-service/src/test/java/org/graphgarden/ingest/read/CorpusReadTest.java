package org.graphgarden.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.RepositoryAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Reads a library of real size, given with {@code -Dgarden.corpus=DIR}. */
@EnabledIfSystemProperty(named = "garden.corpus", matches = ".+")
class CorpusReadTest {

    private final Path temp;

    CorpusReadTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldReadEveryFileOnceWhenImported() throws Exception {
        // given
        Path library = temp.resolve("library");
        int files = copy(Path.of(System.getProperty("garden.corpus", "")), library);
        try (Git git = Git.init().setDirectory(library.toFile()).call();
                BlobWork work = new BlobWork(2);
                BareClone clone =
                        BareClone.at(temp.resolve("clone"), Access.to(RepositoryAddress.parse(library.toString())))) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("first").setAuthor("Ada", "").setSign(false).call();
            long start = System.nanoTime();
            long cpuStart = cpuNanos();

            // when
            String head = ((FetchOutcome.Head) clone.fetch(null)).commit();
            PathFilter filter = PathFilter.markdown();
            List<FileAt> all = clone.tree(filter).list(head).stream()
                    .map(file -> new FileAt(file.path(), file.blob()))
                    .toList();
            TreeReading reading = CommitReader.of(clone, head, filter, new PlantedHistory(filter), work)
                    .read(all, done -> {});

            // then
            long millis = (System.nanoTime() - start) / 1_000_000;
            long cpu = (cpuNanos() - cpuStart) / 1_000_000;
            Files.writeString(
                    Path.of("target", "corpus-read.txt"),
                    "%d files, %d ms, %d ms of processor time, refused %s%n"
                            .formatted(files, millis, cpu, reading.refused()));
            assertThat(all).hasSize(files);
            assertThat(reading.found().size()
                            + reading.refused().size()
                            + reading.ignored().size())
                    .isEqualTo(files);
            assertThat(clone.tree(filter).diff(PatternTree.NOTHING, head)).hasSize(files);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static int copy(Path from, Path to) throws Exception {
        int count = 0;
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file :
                    (Iterable<Path>) walk.filter(path -> path.toString().endsWith(".md"))::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                count++;
            }
        }
        return count;
    }
}
