package org.graphgarden.inference.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedFiguresTest {
    private static final List<Judgement> JUDGED = List.of(
            new Judgement("a", "b", 2, "enables", RankBucket.FIRST),
            new Judgement("a", "c", 0, "", RankBucket.SECOND),
            new Judgement("a", "d", 1, "complementary", RankBucket.SECOND),
            new Judgement("a", "e", 0, "", RankBucket.REST));

    @Test
    void shouldLetEachPairStandForItsBucket() {
        // given: the kept pair of the second bucket is ranked below the one that is not kept
        List<Prediction> predictions =
                List.of(link("b", .9), link("c", .6), link("d", .3), link("e", .95), link("f", .99));
        // when
        JudgedFigures figures = JudgedFigures.of(predictions, JUDGED, 100);
        // then: weights 1 and 1 in 100 patterns; the rest takes no part
        assertThat(figures.aucKept()).isCloseTo(.5, within(1e-12));
        assertThat(figures.aucClear()).isCloseTo(1, within(1e-12));
        JudgedFigures.Threshold low = figures.thresholds().get(0);
        assertThat(low.from()).isEqualTo(.3);
        assertThat(low.links()).isCloseTo(1 + 2 + 49, within(1e-12));
        assertThat(low.kept()).isCloseTo(2 / 52.0, within(1e-12));
        assertThat(low.clear()).isCloseTo(1 / 52.0, within(1e-12));
    }

    @Test
    void shouldTakeAPairThatWasNotProposedAsTheLeastLikely() {
        // when
        JudgedFigures figures = JudgedFigures.of(List.of(link("b", .1)), JUDGED, 100);
        // then
        assertThat(figures.pairs()).isEqualTo(4);
        assertThat(figures.aucClear()).isEqualTo(1);
        assertThat(figures.reliability().bands()).hasSize(1);
        assertThat(figures.thresholds()).isEmpty();
        assertThat(figures.types().links()).isEqualTo(1);
    }

    private static Prediction link(String target, double confidence) {
        return new Prediction("a", target, "complementary", confidence);
    }
}
