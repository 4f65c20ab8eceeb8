package org.graphgarden.pruner.cycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Enriched;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.MaxFiles;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.GitGarden;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.pruner.publish.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleTest {
    private GitGarden east;
    private GitGarden west;

    @BeforeEach
    void plant(@TempDir Path one, @TempDir Path other) throws Exception {
        east = new GitGarden(one);
        west = new GitGarden(other);
        west.git
                .rm()
                .addFilepattern("patterns/compost.md")
                .addFilepattern("patterns/rain-barrel.md")
                .call();
        west.pattern("hedge", "Grow a fence.").commit("Grow a hedge");
    }

    @AfterEach
    void close() {
        east.close();
        west.close();
    }

    private PrunedGarden garden(PublishMode mode) {
        Site first = east.site();
        Site second = new Site("west", west.address(), null, first.filter(), west.mirror);
        Publishing publishing = Publishing.DEFAULT.withMode(mode);
        return new PrunedGarden("garden", List.of(first, second), Policy.DEFAULT, publishing);
    }

    private CycleReport run(PublishMode mode, boolean dryRun, CycleListener listener) {
        return run(
                mode,
                new CycleRequest(GitGarden.mark("c1"), Map.of(), GitGarden.enriched(), Feedback.NONE, dryRun),
                listener);
    }

    private CycleReport run(PublishMode mode, CycleRequest request, CycleListener listener) {
        return Cycle.run(garden(mode), request, listener, GitGarden.surroundings(pause -> {}));
    }

    @Test
    void shouldTendEveryRepositoryOfTheGarden() throws Exception {
        // given
        List<String> heard = new ArrayList<>();
        CycleListener listener = new CycleListener() {
            @Override
            public void read(CycleMark mark, int patterns) {
                heard.add("read " + patterns);
            }

            @Override
            public void published(CycleMark mark, Publication publication) {
                heard.add(publication.repository() + " " + publication.outcome());
            }
        };
        // when
        CycleReport report = run(PublishMode.BRANCH, false, listener);
        // then
        assertThat(heard).containsExactly("read 4", "east PUBLISHED", "west NOTHING_TO_CHANGE");
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.patterns()).isEqualTo(4);
        assertThat(report.refused()).extracting(RefusedFile::code).containsExactly("DUPLICATE_SLUG");
        assertThat(report.refused()).extracting(RefusedFile::repository).containsExactly("west");
        assertThat(report.toMap()).containsEntry("outcome", "published").containsEntry("revisedSections", 2);
    }

    @Test
    void shouldChangeNothingAnywhereWhenARepositoryCannotBeRead() throws Exception {
        Files.move(west.folder, west.folder.resolveSibling("moved"));
        CycleReport report = run(PublishMode.BRANCH, false, CycleListener.SILENT);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(east.git.branchList().call()).hasSize(1);
    }

    @Test
    void shouldDropALinkIntoAnotherRepositoryOnlyWhenThatWasFetchedWithoutTheTarget() throws Exception {
        // given
        Candidate hedge = new Candidate("hedge", "complementary", .9, "Both fence.");
        List<Enriched> said = List.of(new Enriched("compost", List.of(), List.of(), List.of(hedge), Set.of()));
        assertThat(run(PublishMode.DIRECT, request("c1", said), CycleListener.SILENT)
                        .outcome())
                .isEqualTo(Outcome.PUBLISHED);
        // when: it cannot be reached, and then it can, but the hedge is gone
        Path away = west.folder.resolveSibling("away");
        Files.move(west.folder, away);
        Outcome unreachable = run(PublishMode.DIRECT, request("c2", said), CycleListener.SILENT)
                .outcome();
        Files.move(away, west.folder);
        west.git.rm().addFilepattern("patterns/hedge.md").call();
        String removal = west.commit("Cut the hedge");
        CycleReport report = run(PublishMode.DIRECT, request("c3", said), CycleListener.SILENT);
        // then
        assertThat(unreachable).isEqualTo(Outcome.FAILED);
        assertThat(report.revisions())
                .flatExtracting(revision -> revision.revision().decisions())
                .extracting(Decision::cause, Decision::detail)
                .containsExactly(tuple(Cause.TARGET_REMOVED, "commit " + removal.substring(0, 12)));
    }

    private static CycleRequest request(String cycle, List<Enriched> said) {
        return new CycleRequest(GitGarden.mark(cycle), Map.of(), said, Feedback.NONE, false);
    }

    @Test
    void shouldLeaveFilesThatChangedSinceTheCutToTheNextCycle() throws Exception {
        // given: what the steward did after the cut may be feedback, which nobody knows yet
        String cut = east.head("main");
        east.pattern("compost", "Turn kitchen scraps into soil, slowly.").commit("Say how");
        CycleRequest request =
                new CycleRequest(GitGarden.mark("c1"), Map.of("east", cut), GitGarden.enriched(), Feedback.NONE, false);
        // when
        CycleReport report = run(PublishMode.DIRECT, request, CycleListener.SILENT);
        // then
        assertThat(report.revisions())
                .extracting(revision -> revision.revision().slug())
                .containsExactly("worm-bin");
    }

    @Test
    void shouldSpendNoBudgetOnFilesThatChangedSinceTheCut() throws Exception {
        // given: one file a cycle, and of the two that ask for it the first was edited
        String cut = east.head("main");
        east.pattern("compost", "Turn kitchen scraps into soil, slowly.").commit("Say how");
        CycleRequest request =
                new CycleRequest(GitGarden.mark("c1"), Map.of("east", cut), GitGarden.enriched(), Feedback.NONE, false);
        PrunedGarden all = garden(PublishMode.DIRECT);
        PrunedGarden thrifty =
                new PrunedGarden(all.name(), all.sites(), Policy.DEFAULT.with(MaxFiles.parse("1")), all.publishing());
        // when
        CycleReport report = Cycle.run(thrifty, request, CycleListener.SILENT, GitGarden.surroundings(pause -> {}));
        // then
        assertThat(report.revisions())
                .extracting(revision -> revision.revision().slug())
                .containsExactly("worm-bin");
    }

    @Test
    void shouldLeaveARepositoryAloneWhoseCutIsNotInItsHistory() throws Exception {
        // given: history was rewritten behind the cut, so nobody can tell what was edited since
        CycleRequest request = new CycleRequest(
                GitGarden.mark("c1"), Map.of("east", "1".repeat(40)), GitGarden.enriched(), Feedback.NONE, false);
        // when
        CycleReport report = run(PublishMode.DIRECT, request, CycleListener.SILENT);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
    }

    @Test
    void shouldPlantNothingThatAStewardRejected() throws Exception {
        // given
        Feedback feedback = new Feedback(
                List.of(new Feedback.Entry("worm-bin", Kind.LINK, "compost", Feedback.Verdict.REJECTED, .9)));
        CycleRequest request = new CycleRequest(GitGarden.mark("c1"), Map.of(), GitGarden.enriched(), feedback, false);
        // when
        CycleReport report = run(PublishMode.BRANCH, request, CycleListener.SILENT);
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
    }

    @Test
    void shouldWriteNothingToGitWhenDry() throws Exception {
        CycleReport report = run(PublishMode.DIRECT, true, CycleListener.SILENT);
        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.revisions()).hasSize(2);
        assertThat(east.git.status().call().isClean()).isTrue();
    }

    @Test
    void shouldTellConsumersWhatWasDone() {
        // given
        CycleReport report = run(PublishMode.BRANCH, false, CycleListener.SILENT);
        Affirmation affirmation = Affirmation.newBuilder()
                .setGarden("garden")
                .setCycle("c1")
                .setDate("2026-03-02")
                .setModel("test-1")
                .build();
        SourceRecord source =
                new SourceRecord("garden.affirmations", 0, 0, "garden/c1".getBytes(UTF_8), null, new RecordHeaders());
        // when
        List<ProducerRecord<String, SpecificRecord>> records = new ArrayList<>();
        new CycleEvents(affirmation, source)
                .finished(report, garden(PublishMode.BRANCH).sites(), records::add);
        // then
        assertThat(records)
                .extracting(ProducerRecord::key)
                .containsExactly("garden/compost", "garden/worm-bin", "garden/c1");
        SectionRevision revision = (SectionRevision) records.get(0).value();
        assertThat(revision.getBefore()).isNull();
        assertThat(revision.getAfter()).contains("target: worm-bin");
        assertThat(revision.getCommit()).isEqualTo(report.publications().get(0).commit());
        PruneCycle cycle = (PruneCycle) records.get(2).value();
        assertThat(cycle.getOutcome()).isEqualTo(CycleOutcome.PUBLISHED);
        assertThat(cycle.getRevisedSections()).isEqualTo(2);
        assertThat(cycle.getCommits()).hasSize(1);
        assertThat(cycle.getDurationMillis()).isEqualTo(Duration.ZERO.toMillis());
    }
}
