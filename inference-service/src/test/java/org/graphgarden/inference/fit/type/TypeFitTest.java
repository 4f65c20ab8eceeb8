package org.graphgarden.inference.fit.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.link.type.TypeFeature;
import org.graphgarden.inference.link.type.TypedPair;
import org.junit.jupiter.api.Test;

class TypeFitTest {
    @Test
    void shouldLearnTypeAndDirectionWhenTheFeaturesTellThem() {
        // given
        List<TypedPair> pairs = pairs(300, true);
        // when
        TypeFit fit = TypeFit.of(pairs);
        // then
        assertThat(fit.crossValidated().accuracy()).isGreaterThan(0.9);
        assertThat(fit.crossValidated().macroF1()).isGreaterThan(0.9);
        assertThat(fit.leftOut()).containsOnlyKeys("one", "two");
        assertThat(fit.leftOut().values())
                .allSatisfy(figures -> assertThat(figures.accuracy()).isGreaterThan(figures.complementary() + 0.1));
        assertThat(fit.model().typeOf(features(LinkType.REQUIRES, new Random(5))))
                .isEqualTo(LinkType.REQUIRES);
        assertThat(fit.model().typeOf(features(LinkType.ENABLES, new Random(5))))
                .isEqualTo(LinkType.ENABLES);
    }

    @Test
    void shouldSayNothingSpecificWhenTheFeaturesTellNothing() {
        // given
        List<TypedPair> pairs = pairs(300, false);
        // when
        TypeFit fit = TypeFit.of(pairs);
        // then
        assertThat(fit.crossValidated().shareSaid()).isZero();
        assertThat(fit.crossValidated().accuracy())
                .isEqualTo(fit.crossValidated().complementary());
    }

    @Test
    void shouldFindTheSameWeightsInWhateverOrderThePairsCome() {
        // given
        List<TypedPair> pairs = pairs(120, true);
        List<TypedPair> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(3));
        // when / then
        assertThat(TypeFit.of(shuffled).model().toJson())
                .isEqualTo(TypeFit.of(pairs).model().toJson());
    }

    @Test
    void shouldFitOnePairOfOneGarden() {
        // given
        TypedPair only = pairs(1, true).get(0);
        // when
        TypeFit fit = TypeFit.of(List.of(only));
        // then
        assertThat(fit.leftOut()).isEmpty();
        assertThat(fit.model().typeOf(only.features())).isEqualTo(LinkType.COMPLEMENTARY);
        assertThatThrownBy(() -> TypeFit.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldSolveEquations() {
        // given
        double[][] matrix = {{4, 2, 0.4}, {2, 3, 0.5}, {0.4, 0.5, 2}};
        // when
        double[] x = Cholesky.solve(matrix, new double[] {1, 2, 3});
        // then
        assertThat(4 * x[0] + 2 * x[1] + 0.4 * x[2]).isCloseTo(1, within(1e-12));
        assertThat(2 * x[0] + 3 * x[1] + 0.5 * x[2]).isCloseTo(2, within(1e-12));
        assertThat(0.4 * x[0] + 0.5 * x[1] + 2 * x[2]).isCloseTo(3, within(1e-12));
    }

    @Test
    void shouldSetTheBarWhereThreeInFiveAreRight() {
        // given
        TypeBar bar = new TypeBar();
        for (int i = 0; i < 8; i++) {
            bar.add(0.9 - i * 0.01, true, 1);
        }
        for (int i = 0; i < 20; i++) {
            bar.add(0.7 - i * 0.005, false, 1);
        }
        // when / then: 8 right of 13, with one more that could be wrong
        assertThat(bar.height()).isCloseTo(0.68, within(1e-6));
        assertThat(new TypeBar().height()).isEqualTo(1);
    }

    /** Pairs of two gardens; every second is complementary. */
    private static List<TypedPair> pairs(int count, boolean telling) {
        Random random = new Random(1);
        List<LinkType> types = List.of(LinkType.values());
        List<TypedPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LinkType type = i % 2 == 0 ? LinkType.COMPLEMENTARY : types.get(1 + i / 2 % 5);
            double[] features = features(telling ? type : LinkType.COMPLEMENTARY, random);
            pairs.add(new TypedPair(i % 3 == 0 ? "two" : "one", "a" + i, "b" + i, type, 1, features));
        }
        return pairs;
    }

    private static double[] features(LinkType type, Random random) {
        double[] features = new double[TypeFeature.values().length];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextGaussian() * 0.1;
        }
        switch (type) {
            case COMPLEMENTARY -> {}
            case ALTERNATIVES -> features[TypeFeature.SAME_KIND.ordinal()] += 1;
            case GENERALIZES_FROM -> features[TypeFeature.TITLE_ENDS.ordinal()] += 1;
            case SPECIALIZES_TO -> features[TypeFeature.TITLE_ENDS.ordinal()] -= 1;
            case REQUIRES -> features[TypeFeature.PROMINENCE.ordinal()] += 1;
            case ENABLES -> features[TypeFeature.PROMINENCE.ordinal()] -= 1;
        }
        if (type != LinkType.COMPLEMENTARY && type != LinkType.ALTERNATIVES) {
            features[TypeFeature.SHARED_TITLE.ordinal()] +=
                    type == LinkType.REQUIRES || type == LinkType.ENABLES ? 0 : 1;
            features[TypeFeature.PROMINENCE_GAP.ordinal()] +=
                    type == LinkType.REQUIRES || type == LinkType.ENABLES ? 1 : 0;
        }
        return features;
    }
}
