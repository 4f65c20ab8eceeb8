package org.graphgarden.standalone.tend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.pruner.cycle.HealthRecords;
import org.graphgarden.pruner.health.Measure;
import org.graphgarden.standalone.GardenDeclarations;
import org.graphgarden.standalone.broker.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs: real broker, real Git, real services; only the models are simple ones. */
class TendTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PersonIdent STEWARD = new PersonIdent("Steward", "steward@example.org");
    private static final List<String> TITLES = List.of("Tool Shed", "Tool Library", "Seed Library", "Rain Barrel");

    private final Path temp;
    private final Git git;

    TendTest(@TempDir Path temp) throws Exception {
        this.temp = temp;
        this.git = Git.init()
                .setDirectory(Files.createDirectory(temp.resolve("library")).toFile())
                .setInitialBranch("main")
                .call();
    }

    @BeforeEach
    void writeLibrary() throws Exception {
        for (String title : TITLES) {
            String slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            write(slug + ".md", "---\nslug: " + slug + "\ntitle: " + title + "\n---\nAbout the " + title + ".\n");
        }
        write("README.md", "No pattern.\n");
        commit("Write patterns");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void shouldWriteOneCommitToABranchOfItsOwnAndNoneTheSecondTime() throws Exception {
        // given
        ObjectId main = head("main");
        // when
        TendResult first = tend(Map.of());
        ObjectId branch = head("graph-garden/2026-03-01");
        TendResult second = tend(Map.of());
        // then
        assertThat(first.cycle().getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
        assertThat(HealthRecords.of(first.cycle())).hasValueSatisfying(health -> {
            assertThat(health.figure(Measure.LINKS)).isPositive();
            assertThat(health.figure(Measure.NEVER_PRUNED)).isZero();
        });
        assertThat(first.diff()).contains("+++ b/tool-shed.md", "+graph_garden:", "target: tool-library");
        assertThat(second.cycle().getOutcome()).isIn(CycleOutcome.ALREADY_PUBLISHED, CycleOutcome.NOTHING_TO_CHANGE);
        assertThat(head("graph-garden/2026-03-01")).isEqualTo(branch);
        assertThat(head("main")).isEqualTo(main);
        assertThat(git.status().call().isClean()).isTrue();
        assertThat(temp).isDirectoryNotContaining("glob:**/graph-garden-*");
    }

    @Test
    void shouldLeaveRefusedFileAloneAndReportIt() throws Exception {
        // given
        write("broken.md", "---\nslug: broken\ntitle: [unclosed\n---\nText\n");
        commit("Break a file");
        // when
        TendResult result = tend(Map.of());
        // then
        assertThat(result.refused())
                .extracting(Refused::path, Refused::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("broken.md", "INVALID_YAML"));
        assertThat(result.diff()).doesNotContain("broken.md");
    }

    @Test
    void shouldNotTouchGardenBranchWhenItHoldsForeignCommits() throws Exception {
        // given
        tend(Map.of());
        git.checkout().setName("graph-garden/2026-03-01").call();
        write("rain-barrel.md", "---\nslug: rain-barrel\ntitle: Tool Barrel\n---\nMine.\n");
        commit("Edit on the garden branch");
        git.checkout().setName("main").call();
        ObjectId theirs = head("graph-garden/2026-03-01");
        write("tool-cart.md", "---\nslug: tool-cart\ntitle: Tool Cart\n---\nNew.\n");
        commit("Add a pattern");
        // when
        TendResult result = tend(Map.of());
        // then
        assertThat(result.cycle().getOutcome()).isEqualTo(CycleOutcome.FOREIGN_BRANCH);
        assertThat(head("graph-garden/2026-03-01")).isEqualTo(theirs);
    }

    @Test
    void shouldWriteNothingWhenDry() throws Exception {
        // when
        TendResult result = tend(Map.of(), true);
        // then
        assertThat(result.cycle().getOutcome()).isEqualTo(CycleOutcome.DRY_RUN);
        assertThat(result.diff()).contains("+graph_garden:");
        assertThat(git.branchList().call()).hasSize(1);
    }

    @Test
    void shouldWriteTheSameTreeWhateverTheNumberOfPartitions() throws Exception {
        // when
        List<ObjectId> trees = new ArrayList<>();
        for (String partitions : List.of("1", "2", "8")) {
            tend(Map.of("topics", Map.of("garden-partitions", partitions, "pattern-partitions", partitions)));
            trees.add(git.getRepository().resolve("graph-garden/2026-03-01^{tree}"));
            git.branchDelete()
                    .setBranchNames("graph-garden/2026-03-01")
                    .setForce(true)
                    .call();
        }
        // then
        assertThat(trees.stream().distinct()).hasSize(1);
    }

    @Test
    void shouldSayWhenTheRepositoryIsNone() {
        assertThatThrownBy(() -> tend(temp.resolve("nowhere"), Map.of(), false))
                .isInstanceOfSatisfying(
                        TendException.class, e -> assertThat(e.kind()).isEqualTo(TendException.Kind.REPOSITORY));
    }

    private TendResult tend(Map<String, ?> flags) throws Exception {
        return tend(flags, false);
    }

    private TendResult tend(Map<String, ?> flags, boolean dryRun) throws Exception {
        return tend(git.getRepository().getWorkTree().toPath(), flags, dryRun);
    }

    private TendResult tend(Path library, Map<String, ?> flags, boolean dryRun) throws Exception {
        TendOptions options = new Asked(library.toString(), DAY, temp)
                .dryRun(dryRun)
                .showDiff()
                .options();
        Map<String, Object> all = new java.util.TreeMap<>(flags);
        all.put("inference", Map.of("embedding", "false"));
        try (Cleanup cleanup = new Cleanup()) {
            RunFolder run = cleanup.add("run-folder", RunFolder.create(temp), Duration.ofSeconds(10));
            TendConfiguration settings = TendConfiguration.of(options, GardenDeclarations.ALL, all);
            return new TendRun(
                            options,
                            settings,
                            run,
                            Progress.SILENT,
                            cleanup,
                            new GardenServices(sentences -> TestModels.sameWord()))
                    .run();
        }
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve(name), content);
    }

    private void commit(String message) throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage(message)
                .setAuthor(STEWARD)
                .setCommitter(STEWARD)
                .setSign(false)
                .call();
    }

    private ObjectId head(String branch) throws Exception {
        Repository repository = git.getRepository();
        return repository.resolve("refs/heads/" + branch);
    }
}
