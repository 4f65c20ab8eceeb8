package org.graphgarden.inference.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntityFiguresTest {
    @Test
    void shouldMatchSpellingsExactlyAndHalfOfTheWordsSoftly() {
        // given
        List<TaggedEntity> hidden =
                List.of(entity("Tool Libraries", .9), entity("Shared Workshop Space", .8), entity("Trust", .7));
        List<TaggedEntity> inferred =
                List.of(entity("tool library", .9), entity("Workshop Space", .5), entity("Money", .2));
        // when
        EntityFigures figures = figures(inferred, hidden);
        // then
        assertThat(figures.exact().f1()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(figures.soft().f1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(figures.exact().type()).isEqualTo(1);
    }

    @Test
    void shouldMatchOneToOne() {
        // given: both inferred labels share half of their words with the only hidden one
        EntityFigures figures = figures(
                List.of(entity("community garden", .9), entity("garden community plot", .8)),
                List.of(entity("garden of community", .9)));
        // then
        assertThat(figures.soft().precision()).isEqualTo(.5);
        assertThat(figures.soft().recall()).isEqualTo(1);
    }

    @Test
    void shouldCountTheTenMostRelevantOnly() {
        // given
        List<TaggedEntity> many = IntStream.range(0, 12)
                .mapToObj(i -> entity("thing" + i, i / 20.0))
                .toList();
        // when
        EntityFigures figures = figures(many, List.of(entity("thing0", 1), entity("thing11", 1)));
        // then
        assertThat(figures.inferred()).isEqualTo(10);
        assertThat(figures.exact().recall()).isEqualTo(.5);
    }

    @Test
    void shouldCorrelateRelevanceWhenThereAreEnoughMatches() {
        // given
        List<TaggedEntity> hidden = List.of(entity("a1", .9), entity("b1", .8), entity("c1", .7), entity("d1", .6));
        List<TaggedEntity> inferred = List.of(entity("a1", .4), entity("b1", .3), entity("c1", .2), entity("d1", .1));
        // when, then
        assertThat(figures(inferred, hidden).relevance()).isEqualTo(1.0);
        assertThat(figures(inferred, hidden).relevanceWithin()).isEqualTo(1.0);
        assertThat(figures(List.of(), hidden).relevance()).isNull();
    }

    private static EntityFigures figures(List<TaggedEntity> inferred, List<TaggedEntity> hidden) {
        return EntityFigures.of(Map.of("a", inferred), new TreeMap<>(Map.of("a", hidden)));
    }

    private static TaggedEntity entity(String label, double relevance) {
        return new TaggedEntity(label, "concept", relevance);
    }
}
