package org.graphgarden.inference.fit.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.graphgarden.inference.link.PairFeatures;
import org.junit.jupiter.api.Test;

class LinkFitTest {
    private static final int FEATURES = PairFeatures.names().size();
    private static final int CANDIDATES = 20;
    private static final int JUDGED = 500;

    /** People link by the first feature; the second runs against it, the others say nothing. */
    private static Sample garden(long seed) {
        Random random = new Random(seed);
        List<Query> queries = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int query = 0; query < 60; query++) {
            List<double[]> rows = new ArrayList<>();
            boolean[] linked = new boolean[CANDIDATES];
            for (int i = 0; i < CANDIDATES; i++) {
                double[] row = random.doubles(FEATURES).toArray();
                row[1] = 1 - row[0];
                linked[i] = row[0] > 0.8;
                rows.add(row);
            }
            queries.add(new Query(rows, linked, CANDIDATES));
        }
        for (int pair = 0; pair < JUDGED; pair++) {
            double[] judged = random.doubles(FEATURES).toArray();
            verdicts.add(new Verdict(judged, judged[0] > random.nextDouble(), 1.0 / JUDGED, 1));
        }
        return new Sample("garden " + seed, queries, verdicts);
    }

    @Test
    void shouldWeighWhatPeopleGoByAndNothingBelowZero() {
        // when
        LinkFit fit = LinkFit.fit(List.of(garden(1), garden(2)));
        // then
        assertThat(fit.weights()[0]).isGreaterThan(1);
        assertThat(fit.weights()[1]).isZero();
        for (int f = 2; f < FEATURES; f++) {
            assertThat(fit.weights()[f]).as(PairFeatures.names().get(f)).isBetween(0.0, fit.weights()[0] / 4);
        }
    }

    @Test
    void shouldGiveConfidencesThatComeTrueInAGardenItNeverSaw() {
        // when
        LinkFit fit = LinkFit.fit(List.of(garden(1), garden(2)));
        HeldOut unseen = HeldOut.of("unseen", fit, garden(3));
        // then
        assertThat(unseen.calibrationError()).isLessThan(0.2);
        assertThat(unseen.mrr()).isCloseTo(1, within(0.05));
    }

    @Test
    void shouldGiveTheSameWeightsWhenAskedAgain() {
        // when
        LinkFit first = LinkFit.fit(List.of(garden(4)));
        LinkFit again = LinkFit.fit(List.of(garden(4)));
        // then
        assertThat(again.weights()).isEqualTo(first.weights());
        assertThat(again.slope()).isEqualTo(first.slope());
        assertThat(again.intercept()).isEqualTo(first.intercept());
    }

    @Test
    void shouldForetellEachGardenByTheOthersAndASingleOneByItsParts() {
        // when / then
        assertThat(Fold.of(List.of(garden(1), garden(2))))
                .extracting(Fold::name)
                .containsExactly("garden 1", "garden 2");
        assertThat(Fold.of(List.of(garden(1)))).hasSize(5).allSatisfy(fold -> {
            assertThat(fold.left().queries()).hasSize(12);
            assertThat(fold.rest().get(0).queries()).hasSize(48);
        });
    }
}
