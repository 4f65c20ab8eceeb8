package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graphgarden.format.GardenSection;
import org.graphgarden.pruner.plan.Passage.Trace;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static Trace trace(String slug, String id, String body) {
        return new Trace(slug, id, body);
    }

    private static SectionState living(String slug, String id) {
        GardenSection empty = new GardenSection(Optional.empty(), List.of(), List.of(), List.of());
        return new SectionState(slug, id, "east", slug + ".md", SectionState.Form.PRESENT, empty, List.of(), "");
    }

    private static Lineage lineage(Set<String> wanted, SectionState... living) {
        return new Lineage(wanted, List.of(living));
    }

    @Test
    void shouldTakeTheOneWithTheSameIdForTheHeirBeforeTheOneWithTheSameBody() {
        // given
        Lineage lineage = lineage(Set.of("old"));
        // when
        lineage.follow(new Passage(
                "c1", List.of(trace("old", "7", "b")), List.of(trace("copy", "8", "b"), trace("new", "7", "c"))));
        // then
        assertThat(lineage.renames()).isEqualTo(Map.of("old", "new"));
        assertThat(lineage.removals()).isEmpty();
        assertThat(lineage.unresolved()).isFalse();
    }

    @Test
    void shouldTakeTheOneWithTheSameBodyForTheHeirWhenNoIdTells() {
        Lineage lineage = lineage(Set.of("old"));
        lineage.follow(new Passage("c1", List.of(trace("old", "", "b")), List.of(trace("new", "", "b"))));
        assertThat(lineage.renames()).isEqualTo(Map.of("old", "new"));
    }

    @Test
    void shouldFindTheHeirInTheGardenWhenItCameLater() {
        Lineage lineage = lineage(Set.of("old"), living("new", "7"));
        lineage.follow(new Passage("c1", List.of(trace("old", "7", "b")), List.of()));
        assertThat(lineage.renames()).isEqualTo(Map.of("old", "new"));
    }

    @Test
    void shouldNameTheCommitWhenNothingTellsWhoFollowed() {
        // given
        Lineage lineage = lineage(Set.of("old"), living("one", "7"), living("two", "7"));
        // when
        lineage.follow(
                new Passage("c1", List.of(trace("old", "7", "b")), List.of(trace("x", "", "b"), trace("y", "", "b"))));
        // then
        assertThat(lineage.renames()).isEmpty();
        assertThat(lineage.removals()).isEqualTo(Map.of("old", "c1"));
    }

    @Test
    void shouldGoOnWhileASlugIsUnresolved() {
        // given
        Lineage lineage = lineage(Set.of("oldest", "never"), living("now", "9"));
        // when
        lineage.follow(new Passage("c3", List.of(trace("old", "7", "x")), List.of(trace("now", "7", "y"))));
        lineage.follow(new Passage("c2", List.of(trace("oldest", "7", "x")), List.of(trace("old", "7", "y"))));
        // then
        assertThat(lineage.renames()).isEqualTo(Map.of("oldest", "old", "old", "now"));
        assertThat(lineage.unresolved()).isTrue();
        assertThat(lineage.wants("never")).isTrue();
        assertThat(lineage.wants("oldest")).isFalse();
    }

    @Test
    void shouldCountTheNewestTimeWhenASlugWentTwice() {
        // given
        Lineage lineage = lineage(Set.of("old"));
        // when
        lineage.follow(new Passage("c3", List.of(trace("old", "7", "x")), List.of()));
        lineage.follow(new Passage("c1", List.of(trace("old", "7", "x")), List.of(trace("new", "7", "y"))));
        // then
        assertThat(lineage.removals()).isEqualTo(Map.of("old", "c3"));
        assertThat(lineage.renames()).isEmpty();
    }

    @Test
    void shouldTakeNothingForGoneThatOnlyMoved() {
        Lineage lineage = lineage(Set.of("old"));
        lineage.follow(new Passage("c1", List.of(trace("old", "7", "x")), List.of(trace("old", "7", "y"))));
        assertThat(lineage.renames()).isEmpty();
        assertThat(lineage.removals()).isEmpty();
        assertThat(lineage.unresolved()).isTrue();
    }
}
