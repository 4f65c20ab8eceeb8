package org.graphgarden.pruner.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.graphgarden.events.CycleOutcome;
import org.graphgarden.events.HealthMeasure;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.Look;
import org.graphgarden.pruner.health.NearDuplicates;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.SectionState;
import org.junit.jupiter.api.Test;

class HealthRecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

    @Test
    void shouldComeBackAsItWasWhenAnEventIsRead() {
        // given
        GardenHealth last = GardenHealth.of(look(), null, null);
        GardenHealth health = GardenHealth.of(look(), look().garden(), last);

        // when
        GardenHealth read = HealthRecords.of(event(health)).orElseThrow();

        // then
        assertThat(read).isEqualTo(health);
    }

    @Test
    void shouldLeaveOutWhatIsNotKnownHereWhenALaterVersionWrote() {
        // given
        GardenHealth health = GardenHealth.of(look(), null, null);
        PruneCycle event = event(health);
        List<HealthMeasure> more = new ArrayList<>(event.getHealth().getMeasures());
        more.add(new HealthMeasure("bees", 7.0, null, null));
        event.getHealth().setMeasures(more);

        // when
        GardenHealth read = HealthRecords.of(event).orElseThrow();

        // then
        assertThat(read).isEqualTo(health);
    }

    @Test
    void shouldSayNothingWhenTheCycleDidNot() {
        // given
        PruneCycle event = PruneCycle.newBuilder().setDate(TODAY.toString()).build();

        // when, then
        assertThat(HealthRecords.of(event)).isEmpty();
    }

    @Test
    void shouldTellWhatStandsOnlyWhenTheCycleDoes() {
        // given
        PruneCycle event = event(GardenHealth.of(look(), null, null));

        // when, then: no dry run is a fact
        event.setOutcome(CycleOutcome.PUBLISHED);
        assertThat(HealthRecords.tellsWhatStands(event)).isTrue();
        event.setOutcome(CycleOutcome.DRY_RUN);
        assertThat(HealthRecords.tellsWhatStands(event)).isFalse();
    }

    private static PruneCycle event(GardenHealth health) {
        return PruneCycle.newBuilder()
                .setDate(TODAY.toString())
                .setHealth(HealthRecords.of(health))
                .build();
    }

    private static Look look() {
        GardenSection section =
                GardenSection.EMPTY.withLinks(List.of(new LinkEntry("gone", "complementary", 0.8, "Near.")));
        SectionState compost = new SectionState(
                "compost", "", "east", "compost.md", SectionState.Form.PRESENT, section, List.of("nowhere"), "");
        TreeSet<NearDuplicates> pairs = new TreeSet<>(List.of(NearDuplicates.of("compost", "mulch")));
        return new Look(
                GardenState.of(List.of(compost)), Policy.DEFAULT, List.of(), TODAY, List.of("FILE_TOO_LARGE"), pairs);
    }
}
