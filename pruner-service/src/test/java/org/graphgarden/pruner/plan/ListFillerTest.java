package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.Origin;
import org.junit.jupiter.api.Test;

class ListFillerTest {
    private static final EntityEntry COMPOST = new EntityEntry("compost-heap", "tool", "Compost Heaps", 0.8);

    @Test
    void shouldPlanWhatTheFileWillSayWhenItsListHoldsBareStrings() {
        // given
        EntityEntry soil = new EntityEntry("", "", "Soil", OptionalDouble.empty(), Origin.NEW);
        CommunityEntry garden = new CommunityEntry("garden", "", "", OptionalDouble.empty(), Origin.NEW);

        // when
        List<EntityEntry> entities = ListFiller.entities(Decisions.ALL)
                .fill(List.of(soil), List.of(COMPOST), 10, Set.of(), Wishes.NONE)
                .entries();
        List<CommunityEntry> communities = ListFiller.communities(Decisions.ALL)
                .fill(
                        List.of(garden),
                        List.of(new CommunityEntry("water", "Water", "taxonomy", 1)),
                        5,
                        Set.of(),
                        Wishes.NONE)
                .entries();

        // then
        assertThat(entities).containsExactly(soil, COMPOST.asBare());
        assertThat(communities).extracting(CommunityEntry::id).containsExactly("garden", "water");
        assertThat(communities).allMatch(CommunityEntry::isBare);
    }

    @Test
    void shouldSayAllOfAnEntryInAnEmptyList() {
        assertThat(ListFiller.entities(Decisions.ALL)
                        .fill(List.of(), List.of(COMPOST), 10, Set.of(), Wishes.NONE)
                        .entries())
                .containsExactly(COMPOST);
    }
}
