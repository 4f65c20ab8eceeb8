package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.graphgarden.pruner.cycle.RandomGarden.Deed;
import org.graphgarden.pruner.cycle.RandomGarden.Step;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.PublishMode;

/** What holds of whole cycles over gardens of two repositories, with real Git, whatever people push between them. */
class RandomCyclesTest {
    private static final int STEPS = 12;

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Deed> deeds = Arbitraries.of(Deed.class);
        return Combinators.combine(
                        deeds,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 7))
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(STEPS);
    }

    @Property(seed = "1", tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void shouldChangeSectionsOnlyAndOnceWhenPublishingDirectly(@ForAll("steps") List<Step> steps) throws Exception {
        try (RandomGarden garden = new RandomGarden(PublishMode.DIRECT)) {
            for (Step step : steps) {
                garden.push(step);
                garden.cycle().holds();
            }
            CycleReport again = garden.cycle().holds();
            assertThat(again.outcome()).isEqualTo(Outcome.NOTHING_TO_CHANGE);
        }
    }

    @Property(seed = "1", tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void shouldLeaveEverythingButItsBranchAloneWhenPublishingToOne(@ForAll("steps") List<Step> steps) throws Exception {
        try (RandomGarden garden = new RandomGarden(PublishMode.BRANCH)) {
            for (Step step : steps) {
                garden.push(step);
                garden.cycle().holds();
            }
            List<String> refs = garden.refs();
            garden.cycle().holds();
            assertThat(garden.refs()).isEqualTo(refs);
        }
    }

    @Property(seed = "1", tries = 20, shrinking = ShrinkingMode.BOUNDED)
    void shouldAdoptWhatItMadeWhenACycleIsRunAgain(@ForAll("steps") List<Step> steps, @ForAll boolean direct)
            throws Exception {
        try (RandomGarden garden = new RandomGarden(direct ? PublishMode.DIRECT : PublishMode.BRANCH)) {
            for (Step step : steps) {
                garden.push(step);
                CycleReport first = garden.cycle().holds();
                List<String> refs = garden.refs();
                CycleReport replayed = garden.replay();
                assertThat(garden.refs()).isEqualTo(refs);
                for (int i = 0; i < first.publications().size(); i++) {
                    if (first.publications().get(i).commit() != null) {
                        assertThat(replayed.publications().get(i).commit())
                                .isEqualTo(first.publications().get(i).commit());
                        assertThat(replayed.publications().get(i).revisions())
                                .isEqualTo(first.publications().get(i).revisions());
                    }
                }
            }
        }
    }
}
