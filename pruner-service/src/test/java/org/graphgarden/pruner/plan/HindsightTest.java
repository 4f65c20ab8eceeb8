package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.junit.jupiter.api.Test;

class HindsightTest {
    private static final Hindsight.Place PLACE = new Hindsight.Place("shed", "main", "shed.md");
    private static final EntityEntry RAKE = new EntityEntry("rake", "tool", "Rake", 0.5);

    @Test
    void shouldTellWhatWasPlantedDroppedAndRewritten() {
        // given
        GardenSection before = section(RAKE, link("barrel", 0.8), link("bench", 0.7), link("gate", 0.6));
        GardenSection after = section(RAKE, link("barrel", 0.9), link("gate", 0.6), link("pond", 0.85));

        // when
        Revision told = Hindsight.of(PLACE, Optional.of(before), after, null);

        // then
        assertThat(told.decisions())
                .extracting(Decision::action, Decision::cause, Decision::id, Decision::before, Decision::after)
                .containsExactly(
                        tuple(Action.REWRITE, Cause.BROKEN_OFF, "barrel", 0.8, 0.9),
                        tuple(Action.DROP, Cause.BROKEN_OFF, "bench", 0.7, null),
                        tuple(Action.PLANT, Cause.BROKEN_OFF, "pond", null, 0.85));
        assertThat(told.kept()).isEqualTo(2);
    }

    @Test
    void shouldSayTheCausesThatAPlanOfTodaySharesWithIt() {
        // given
        GardenSection before = section(RAKE, link("bench", 0.7), link("old-gate", 0.6));
        GardenSection after = section(RAKE, link("gate", 0.6));
        Decision dropped = Decision.drop(Cause.TARGET_REMOVED, link("bench", 0.7), "c0ffee");
        Decision renamed = new Decision(Action.RETARGET, Cause.TARGET_RENAMED, Kind.LINK, "old-gate", "gate", 0.6, 0.6);
        Decision other = Decision.drop(Cause.REJECTED, link("gate", 0.6), "");
        Revision planned = new Revision("shed", "main", "shed.md", section(RAKE), List.of(dropped, renamed, other), 1);

        // when
        Revision told = Hindsight.of(PLACE, Optional.of(before), after, planned);

        // then
        assertThat(told.decisions()).containsExactly(dropped, renamed);
    }

    @Test
    void shouldTakeAPlanForTheAnswerWhenItComesToTheSame() {
        GardenSection after = section(RAKE, link("gate", 0.6));
        Decision planted = new Decision(Action.RECIPROCATE, Cause.OTHER_END_LACKS_IT, Kind.LINK, "gate", "", null, 0.6);
        Revision planned = new Revision("shed", "main", "shed.md", after, List.of(planted), 1);

        assertThat(Hindsight.of(PLACE, Optional.of(section(RAKE)), after, planned))
                .isEqualTo(planned);
    }

    @Test
    void shouldTellOfADateThatWasSetAnewAndOfASectionThatWasMissing() {
        assertThat(Hindsight.of(PLACE, Optional.of(section(RAKE)), section(RAKE), null)
                        .decisions())
                .extracting(Decision::action, Decision::cause)
                .containsExactly(tuple(Action.REFRESH, Cause.REFRESH_AGE));
        assertThat(Hindsight.of(PLACE, Optional.empty(), section(RAKE), null).decisions())
                .extracting(Decision::action, Decision::cause, Decision::kind)
                .containsExactly(
                        tuple(Action.PLANT, Cause.SECTION_MISSING, Kind.SECTION),
                        tuple(Action.PLANT, Cause.BROKEN_OFF, Kind.ENTITY));
    }

    private static LinkEntry link(String target, double confidence) {
        return new LinkEntry(target, "complementary", confidence, "");
    }

    private static GardenSection section(EntityEntry entity, LinkEntry... links) {
        return new GardenSection(
                Optional.of(LocalDate.of(2026, 3, 2)), List.of(entity), List.<CommunityEntry>of(), List.of(links));
    }
}
