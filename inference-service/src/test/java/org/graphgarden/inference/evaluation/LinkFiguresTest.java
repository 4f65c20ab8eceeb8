package org.graphgarden.inference.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkFiguresTest {
    private static final double EXACT = 1e-12;

    @Test
    void shouldLookForAPairFromBothEnds() {
        // given
        List<GoldLink> gold = List.of(new GoldLink("a", "b", ""));
        // when
        LinkFigures figures = LinkFigures.of(List.of(link("a", "b", .9)), gold);
        // then
        assertThat(figures.queries()).isEqualTo(2);
        assertThat(figures.pairs()).isEqualTo(1);
        assertThat(figures.recall10()).isEqualTo(1);
        assertThat(figures.mrr()).isEqualTo(1);
        assertThat(figures.ndcg10()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheHigherOfTwoConfidencesOfAPair() {
        // given: b is second for a, until the proposal from b's own end lifts it
        List<Prediction> predictions = List.of(link("a", "c", .8), link("a", "b", .5), link("b", "a", .9));
        // when
        LinkFigures figures = LinkFigures.of(predictions, List.of(new GoldLink("a", "b", "")));
        // then
        assertThat(figures.precision1()).isEqualTo(1);
    }

    @Test
    void shouldMeasureRankAndShareWhenOnlySomeAreFound() {
        // given: twelve right answers of which the second and the eleventh proposal are two
        List<GoldLink> gold = new ArrayList<>();
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            gold.add(new GoldLink("a", "right" + i, ""));
        }
        for (int rank = 1; rank <= 11; rank++) {
            String target = rank == 2 || rank == 11 ? "right" + rank : "wrong" + rank;
            predictions.add(link("a", target, 1 - rank / 100.0));
        }
        // when
        LinkFigures figures = LinkFigures.of(predictions, gold);
        // then: the twelve ends on the other side find "a" first or not at all
        assertThat(figures.recall10()).isCloseTo((1 / 12.0 + 2) / 13, within(EXACT));
        assertThat(figures.ceiling10()).isCloseTo((10 / 12.0 + 12) / 13, within(EXACT));
        assertThat(figures.mrr()).isCloseTo((1 / 2.0 + 2) / 13, within(EXACT));
    }

    @Test
    void shouldFindNothingWhenNothingIsProposed() {
        LinkFigures figures = LinkFigures.of(List.of(), List.of(new GoldLink("a", "b", "")));
        assertThat(figures.recall10()).isZero();
        assertThat(figures.reliability().bands()).isEmpty();
        assertThat(figures.reliability().ece()).isZero();
    }

    @Test
    void shouldCountATypeOnlyWhenGoldNamesOne() {
        // given
        List<GoldLink> gold = List.of(
                new GoldLink("a", "b", "enables"),
                new GoldLink("a", "c", "complementary"),
                new GoldLink("a", "d", "related"));
        List<Prediction> predictions = List.of(
                new Prediction("a", "b", "complementary", .9),
                new Prediction("a", "c", "complementary", .8),
                new Prediction("a", "d", "complementary", .7));
        // when
        TypeFigures types = TypeFigures.ofGold(predictions, gold);
        // then
        assertThat(types.links()).isEqualTo(2);
        assertThat(types.accuracy()).isEqualTo(.5);
        assertThat(types.complementary()).isEqualTo(.5);
        assertThat(types.macroF1()).isCloseTo((2 / 3.0 + 0) / 2, within(EXACT));
        assertThat(types.types())
                .containsExactly(
                        new TypeFigures.TypeRow("complementary", 1, 2, 1), new TypeFigures.TypeRow("enables", 1, 0, 0));
    }

    private static Prediction link(String source, String target, double confidence) {
        return new Prediction(source, target, "complementary", confidence);
    }
}
