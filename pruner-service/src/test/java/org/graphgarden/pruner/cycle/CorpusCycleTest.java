package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.RepositoryReader;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cycle over a real library, with links from every pattern to its neighbours in the alphabet. */
class CorpusCycleTest {
    private static final Logger LOG = LoggerFactory.getLogger(CorpusCycleTest.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @Test
    void shouldReviseTheWholeLibraryOnceAndThenNothing(@TempDir Path folder) throws Exception {
        String corpus = System.getProperty("garden.corpus", "");
        assumeTrue(!corpus.isEmpty(), "no corpus given");
        Path work = folder.resolve("library");
        copy(Path.of(corpus), work);
        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Import").setSign(false).call();
        }
        RepositoryAddress address = RepositoryAddress.parse(work.toString());
        try (BareClone mirror = BareClone.at(folder.resolve("mirror.git"), Access.to(address))) {
            Site site = new Site("library", address, null, PathFilter.markdown(), mirror);
            List<Enriched> enriched = neighbours(site);
            // when
            long before = processorMillis();
            CycleReport first = run(site, enriched, "c1", TODAY);
            long processor = processorMillis() - before;
            CycleReport same = run(site, enriched, "c2", TODAY);
            CycleReport later = run(site, enriched, "c3", TODAY.plusDays(7));
            // then
            String figures = first.patterns() + " patterns, "
                    + first.revisions().size() + " revised in " + first.duration() + " (processor time "
                    + processor + " ms), again in " + same.duration();
            LOG.info("{}", figures);
            Files.writeString(
                    Path.of("target", "corpus-cycle.txt"),
                    figures + "\n" + first.counts() + "\n" + first.refused() + "\n");
            assertThat(first.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(same.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
            assertThat(later.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        }
    }

    private static long processorMillis() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
    }

    private static CycleReport run(Site site, List<Enriched> enriched, String cycle, LocalDate date) {
        PrunedGarden garden = new PrunedGarden(
                "garden", List.of(site), Policy.DEFAULT, Publishing.DEFAULT.withMode(PublishMode.DIRECT));
        CycleRequest request = new CycleRequest(
                new CycleMark("garden", cycle, date, "none"), Map.of(), enriched, Feedback.NONE, false);
        return Cycle.run(garden, request, CycleListener.SILENT, Surroundings.real());
    }

    private static List<Enriched> neighbours(Site site) {
        String head = ((FetchOutcome.Head) site.mirror().fetch(null)).commit();
        List<String> slugs = new RepositoryReader("library", site.mirror().tree(site.filter()), StopSign.NEVER)
                .read(head, null).sections().stream()
                        .map(SectionState::slug)
                        .sorted()
                        .toList();
        List<Enriched> enriched = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int d = 1; d <= 6; d++) {
                String target = slugs.get((i + d) % slugs.size());
                candidates.add(new Candidate(target, "complementary", 0.995 - 0.008 * d, "Next in \"the alphabet\"."));
            }
            enriched.add(new Enriched(slugs.get(i), List.of(), List.of(), candidates, Set.of()));
        }
        return enriched;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
