package org.graphgarden.pruner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.lib.ObjectId;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryPublisherTest {
    private static final String BRANCH = "graph-garden/2026-03-02";

    private GitGarden garden;

    @BeforeEach
    void plant(@TempDir Path folder) throws Exception {
        garden = new GitGarden(folder);
    }

    @AfterEach
    void close() {
        garden.close();
    }

    @Test
    void shouldWriteOneCommitToAGardenBranchAndNothingElse() throws Exception {
        // given
        String main = garden.head("main");
        // when
        Publication publication = garden.publish(PublishMode.BRANCH, "c1");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(publication.commit()).isEqualTo(garden.head(BRANCH));
        assertThat(garden.head("main")).isEqualTo(main);
        assertThat(garden.git.status().call().isClean()).isTrue();
        assertThat(garden.file(BRANCH, "patterns/compost.md"))
                .contains("graph_garden:", "last_pruned: 2026-03-02", "target: worm-bin", "confidence: 0.96")
                .endsWith("\nTurn kitchen scraps into soil.\n");
        assertThat(garden.file(BRANCH, "patterns/rain-barrel.md"))
                .isEqualTo(garden.file("main", "patterns/rain-barrel.md"));
        assertThat(garden.commitAt(BRANCH).getFullMessage())
                .startsWith("Tend 2 patterns: plant 2, drop 0 links\n\n")
                .contains("     2  links planted: above plant threshold\n")
                .endsWith("\nGarden-Cycle: garden/c1\nGarden-Base: " + main
                        + "\nGarden-Model: test-1\nGarden-Counts: files=2 link.plant=2 section.plant=2\n");
    }

    @Test
    void shouldMakeNoCommitWhenTheBranchWasMerged() throws Exception {
        // given
        garden.publish(PublishMode.BRANCH, "c1");
        garden.git.merge().include(garden.commitAt(BRANCH)).call();
        String tip = garden.head(BRANCH);
        // when
        Publication publication = garden.publish(PublishMode.BRANCH, "c2");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(publication.commit()).isNull();
        assertThat(garden.head(BRANCH)).isEqualTo(tip);
    }

    @Test
    void shouldAdoptTheCommitOnItsBranchWhenTheSameCycleRunsAgain() throws Exception {
        // given
        Publication first = garden.publish(PublishMode.BRANCH, "c1");
        // when
        Publication again = garden.publish(PublishMode.BRANCH, "c1");
        // then
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(again.commit()).isEqualTo(first.commit());
        assertThat(again.revisions()).isEqualTo(first.revisions());
        assertThat(garden.head(BRANCH)).isEqualTo(first.commit());
    }

    @Test
    void shouldLeaveItsBranchAsItIsWhenTheNextCycleComesToTheSame() throws Exception {
        // given
        Publication first = garden.publish(PublishMode.BRANCH, "c1");
        // when
        Publication next = garden.publish(PublishMode.BRANCH, "c2");
        // then
        assertThat(next.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(next.commit()).isEqualTo(first.commit());
        assertThat(next.revisions()).isEqualTo(first.revisions());
        assertThat(garden.head(BRANCH)).isEqualTo(first.commit());
    }

    @Test
    void shouldAdoptItsOwnCycleWhenRunAgain() throws Exception {
        // given
        Publication first = garden.publish(PublishMode.DIRECT, "c1");
        garden.pattern("hedge", "Grow a fence.").commit("Grow a hedge");
        // when
        Publication again = garden.publish(PublishMode.DIRECT, "c1");
        // then
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(again.commit()).isEqualTo(first.commit());
        assertThat(again.base()).isEqualTo(first.base());
        assertThat(again.revisions()).isEqualTo(first.revisions());
    }

    @Test
    void shouldReplaceItsOwnBranchWhenTheHeadMoved() throws Exception {
        // given
        garden.publish(PublishMode.BRANCH, "c1");
        garden.pattern("compost", "Turn scraps into earth.").commit("Say earth");
        // when
        Publication publication = garden.publish(PublishMode.BRANCH, "c2");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(garden.commitAt(BRANCH).getParent(0).name()).isEqualTo(garden.head("main"));
        assertThat(garden.file(BRANCH, "patterns/compost.md")).contains("earth", "target: worm-bin");
    }

    @Test
    void shouldLeaveAForeignBranchAlone() throws Exception {
        // given
        garden.publish(PublishMode.BRANCH, "c1");
        garden.git.checkout().setName(BRANCH).call();
        garden.write("notes.md", "mine").commit("Add notes");
        garden.git.checkout().setName("main").call();
        String tip = garden.head(BRANCH);
        // when
        Publication publication = garden.publish(PublishMode.BRANCH, "c2");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.FOREIGN_BRANCH);
        assertThat(publication.message()).contains(BRANCH, tip.substring(0, 12));
        assertThat(garden.head(BRANCH)).isEqualTo(tip);
    }

    @Test
    void shouldLeaveItsBranchAloneWhenAStewardAmendedTheCommit() throws Exception {
        // given
        garden.publish(PublishMode.BRANCH, "c1");
        garden.git.checkout().setName(BRANCH).call();
        garden.pattern("compost", "Turn scraps into earth.");
        String amended = garden.amend();
        garden.git.checkout().setName("main").call();
        garden.pattern("rain-barrel", "Catch it all.").commit("Catch it all");
        assertThat(garden.commitAt(BRANCH).getFullMessage()).contains("Garden-Cycle: garden/c1");
        // when
        Publication publication = garden.publish(PublishMode.BRANCH, "c2");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.FOREIGN_BRANCH);
        assertThat(publication.message())
                .contains(amended.substring(0, 12), "amended", "author or committer")
                .doesNotContain("@");
        assertThat(garden.head(BRANCH)).isEqualTo(amended);
    }

    @Test
    void shouldRefuseWhenTheGardenBranchIsCheckedOut() throws Exception {
        garden.publish(PublishMode.BRANCH, "c1");
        garden.git.checkout().setName(BRANCH).call();
        Publication publication = garden.publish(PublishMode.BRANCH, "c2");
        assertThat(publication.outcome()).isIn(Outcome.FAILED, Outcome.NOTHING_TO_CHANGE);
        assertThat(garden.git.status().call().isClean()).isTrue();
    }

    @Test
    void shouldTakeTheWorkTreeAlongWhenPublishingDirectly() throws Exception {
        Publication publication = garden.publish(PublishMode.DIRECT, "c1");
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(garden.head("main")).isEqualTo(publication.commit());
        assertThat(garden.git.status().call().isClean()).isTrue();
        assertThat(garden.folder.resolve("patterns/compost.md")).content().contains("target: worm-bin");
        assertThat(garden.publish(PublishMode.DIRECT, "c2").outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
    }

    @Test
    void shouldRefuseToPublishDirectlyWhenTheWorkTreeHasChanges() throws Exception {
        // given
        String main = garden.head("main");
        garden.write("patterns/compost.md", "half a thought");
        // when
        Publication publication = garden.publish(PublishMode.DIRECT, "c1");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(publication.message()).contains("not committed");
        assertThat(garden.head("main")).isEqualTo(main);
        assertThat(garden.folder.resolve("patterns/compost.md")).hasContent("half a thought");
    }

    @Test
    void shouldFinishTheWorkTreeWhenAnEarlierRunWasKilledBehindThePush() throws Exception {
        // given
        Publication first = garden.publish(PublishMode.DIRECT, "c1");
        garden.git
                .reset()
                .setMode(ResetCommand.ResetType.HARD)
                .setRef(first.base())
                .call();
        var update = garden.git.getRepository().updateRef("refs/heads/main");
        update.setNewObjectId(ObjectId.fromString(String.valueOf(first.commit())));
        update.forceUpdate();
        assertThat(garden.git.status().call().isClean()).isFalse();
        // when
        garden.publish(PublishMode.DIRECT, "c2");
        // then
        assertThat(garden.git.status().call().isClean()).isTrue();
        assertThat(garden.head("main")).isEqualTo(first.commit());
    }

    @Test
    void shouldTryAgainOnTheNewHeadWhenSomeoneElsePushedMeanwhile() throws Exception {
        // given
        List<Long> pauses = new ArrayList<>();
        RacingPlanner racing = new RacingPlanner();
        RepositoryPublisher publisher = new RepositoryPublisher(
                garden.site(),
                Publishing.DEFAULT.withMode(PublishMode.DIRECT),
                GitGarden.surroundings(pause -> pauses.add(pause.toMillis())));
        // when
        Publication publication = publisher.publish(GitGarden.mark("c1"), null, null, racing::plan);
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(pauses).hasSize(1).allMatch(millis -> millis >= 50 && millis <= 150);
        assertThat(garden.file("main", "patterns/compost.md")).contains("Raced.", "target: worm-bin");
    }

    @Test
    void shouldLandWhatIsPlannedWhenTheBranchNeverRests() throws Exception {
        // given: somebody pushes before each of the first five pushes
        AtomicInteger plans = new AtomicInteger();
        Iterator<String> pushed = List.of("rain-barrel", "rain-barrel", "compost", "rain-barrel", "hedge")
                .iterator();
        RepositoryPublisher publisher =
                new RepositoryPublisher(garden.site(), Publishing.DEFAULT.withMode(PublishMode.DIRECT), racing(pushed));
        // when
        Publication publication = publisher.publish(GitGarden.mark("c1"), null, null, state -> {
            plans.incrementAndGet();
            return Planner.plan(
                    GardenState.of(state.sections()), GitGarden.enriched(), Policy.DEFAULT, GitGarden.TODAY);
        });
        // then: who edited compost meanwhile is heard before it is tended
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(plans).hasValue(2);
        assertThat(publication.revisions())
                .extracting(revision -> revision.revision().slug())
                .containsExactly("worm-bin");
        assertThat(garden.file("main", "patterns/compost.md"))
                .contains("Raced.")
                .doesNotContain("graph_garden");
        assertThat(garden.file("main", "patterns/rain-barrel.md")).contains("Raced.");
        assertThat(garden.file("main", "patterns/worm-bin.md")).contains("target: compost");
        assertThat(garden.git.status().call().isClean()).isTrue();
    }

    @Test
    void shouldPlanAnewWhenATargetWentInTheHurry() throws Exception {
        // given
        Iterator<String> pushed =
                List.of("rain-barrel", "rain-barrel", "-compost").iterator();
        RepositoryPublisher publisher =
                new RepositoryPublisher(garden.site(), Publishing.DEFAULT.withMode(PublishMode.DIRECT), racing(pushed));
        // when
        Publication publication = publisher.publish(
                GitGarden.mark("c1"),
                null,
                null,
                state -> Planner.plan(
                        GardenState.of(state.sections()), GitGarden.enriched(), Policy.DEFAULT, GitGarden.TODAY));
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        assertThat(garden.file("main", "patterns/worm-bin.md")).doesNotContain("graph_garden");
    }

    @Test
    void shouldPlanAnewWhenPeopleRelatedPatternsInTheHurry() throws Exception {
        // given
        AtomicInteger plans = new AtomicInteger();
        Iterator<String> pushed =
                List.of("rain-barrel", "rain-barrel", "+rain-barrel").iterator();
        RepositoryPublisher publisher =
                new RepositoryPublisher(garden.site(), Publishing.DEFAULT.withMode(PublishMode.DIRECT), racing(pushed));
        // when
        Publication publication = publisher.publish(GitGarden.mark("c1"), null, null, state -> {
            plans.incrementAndGet();
            return Planner.plan(
                    GardenState.of(state.sections()), GitGarden.enriched(), Policy.DEFAULT, GitGarden.TODAY);
        });
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(plans).hasValue(3);
    }

    @Test
    void shouldAdoptWhatWasLandedInAHurryByThePlanItCameFrom() throws Exception {
        // given: the file of a decision's reason changed between the plan and the push
        Iterator<String> pushed =
                List.of("rain-barrel", "rain-barrel", "compost").iterator();
        Publishing direct = Publishing.DEFAULT.withMode(PublishMode.DIRECT);
        List<String> plannedOn = new ArrayList<>();
        Function<RepositoryState, List<Revision>> planner = state -> {
            plannedOn.add(state.commit());
            return Planner.plan(
                    GardenState.of(state.sections()), GitGarden.enriched(), Policy.DEFAULT, GitGarden.TODAY);
        };
        String since = garden.head("main");
        Publication first = new RepositoryPublisher(garden.site(), direct, racing(pushed))
                .publish(GitGarden.mark("c1"), since, null, planner);
        String last = plannedOn.get(plannedOn.size() - 1);
        // when
        Publication second = new RepositoryPublisher(garden.site(), direct, GitGarden.surroundings(pause -> {}))
                .publish(GitGarden.mark("c1"), since, null, planner);
        // then
        assertThat(last).isNotEqualTo(first.base());
        assertThat(plannedOn).last().isEqualTo(last);
        assertThat(second.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(second.revisions()).isEqualTo(first.revisions());
    }

    @Test
    void shouldTellAllThatAnAdoptedCommitDidWhenItWouldNotBePlannedAnyMore() throws Exception {
        // given
        Publishing direct = Publishing.DEFAULT.withMode(PublishMode.DIRECT);
        String since = garden.head("main");
        Publication first = garden.publish(PublishMode.DIRECT, "c1");
        // when: inference has gone on since
        Publication again = new RepositoryPublisher(garden.site(), direct, GitGarden.surroundings(pause -> {}))
                .publish(GitGarden.mark("c1"), since, null, state -> List.of());
        // then
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_PUBLISHED);
        assertThat(again.revisions())
                .extracting(revision -> revision.revision().path(), PublishedRevision::before, PublishedRevision::after)
                .containsExactlyInAnyOrderElementsOf(first.revisions().stream()
                        .map(revision -> tuple(revision.revision().path(), revision.before(), revision.after()))
                        .toList());
        assertThat(again.revisions().get(0).revision().decisions())
                .extracting(Decision::action, Decision::cause, Decision::kind)
                .containsExactly(
                        tuple(Action.PLANT, Cause.SECTION_MISSING, Kind.SECTION),
                        tuple(Action.PLANT, Cause.BROKEN_OFF, Kind.LINK));
    }

    /** The clock is asked when a commit is made: between planning and pushing. */
    private Surroundings racing(Iterator<String> pushed) {
        Surroundings still = GitGarden.surroundings(pause -> {});
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                try {
                    if (pushed.hasNext()) {
                        push(pushed.next());
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return still.clock().instant();
            }

            @Override
            public ZoneId getZone() {
                return still.clock().getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new Surroundings(clock, still.random(), still.pause(), still.stop());
    }

    private void push(String slug) throws Exception {
        if (slug.startsWith("-")) {
            String path = "patterns/" + slug.substring(1) + ".md";
            garden.git.rm().addFilepattern(path).call();
        } else if (slug.startsWith("+")) {
            Path file = garden.folder.resolve("patterns/" + slug.substring(1) + ".md");
            Files.writeString(file, Files.readString(file).replace("enables: []", "enables: [compost]"));
            garden.git.add().addFilepattern(".").call();
        } else {
            garden.pattern(slug, "Raced. " + garden.head("main"));
        }
        garden.commit("Race");
    }

    /** Someone pushes while the first plan is made. */
    private final class RacingPlanner {
        private boolean raced;

        List<Revision> plan(RepositoryState state) {
            List<Revision> plan = Planner.plan(
                    GardenState.of(state.sections()), GitGarden.enriched(), Policy.DEFAULT, GitGarden.TODAY);
            if (!raced) {
                raced = true;
                race();
            }
            return plan;
        }

        private void race() {
            try {
                garden.pattern("compost", "Raced.").commit("Race");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void shouldOnlyLookWhenAskedTo() throws Exception {
        // when
        Publication publication = garden.publish(PublishMode.NONE, "c1");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(garden.git.branchList().call()).hasSize(1);
        ByteArrayOutputStream diff = new ByteArrayOutputStream();
        garden.mirror.diff(publication.base(), String.valueOf(publication.commit()), diff);
        assertThat(diff.toString(StandardCharsets.UTF_8)).contains("+    - target: worm-bin");
    }

    @Test
    void shouldReportFilesThatCannotBeReadAndTendTheRest() throws Exception {
        // given
        garden.write("patterns/torn.md", "---\nslug: torn\ntitle: \"never closed\nid: [\n---\n\nText.\n")
                .write("patterns/out.md", "---\nslug: out\ngraph_garden: false\n---\n\nText.\n")
                .write("README.md", "# No pattern\n")
                .commit("Tear one");
        // when
        Publication publication = garden.publish(PublishMode.BRANCH, "c1");
        // then
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(publication.refused()).extracting(RefusedFile::path).containsExactly("patterns/torn.md");
        assertThat(publication.refused()).extracting(RefusedFile::code).containsExactly("INVALID_YAML");
        assertThat(publication.refused().get(0).line()).isPositive();
    }

    @Test
    void shouldSayWhyWhenTheRepositoryIsGone() throws Exception {
        Files.move(garden.folder, garden.folder.resolveSibling("moved"));
        Publication publication = garden.publish(PublishMode.BRANCH, "c1");
        assertThat(publication.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(publication.message()).contains("garden");
    }
}
