package org.graphgarden.inference.link.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphgarden.inference.link.type.TypeFeatures.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeFeaturesTest {
    private static final Likeness LIKENESS = new Likeness(2, 0.4, 0.5);
    private static final Sight NOTHING = new Sight(0, "", 0);

    @Property(seed = "1", tries = 300)
    void shouldOnlyChangeSignsFromTheOtherEnd(
            @ForAll("traits") TypeTraits source,
            @ForAll("traits") TypeTraits target,
            @ForAll("sights") Sight forth,
            @ForAll("sights") Sight back) {
        // when
        double[] there = TypeFeatures.of(source, target, forth, back, LIKENESS);
        double[] here = TypeFeatures.of(target, source, back, forth, LIKENESS);
        // then
        for (TypeFeature feature : TypeFeature.values()) {
            double sign = feature.isMutual() ? 1 : -1;
            assertThat(here[feature.ordinal()]).as(feature.key()).isEqualTo(sign * there[feature.ordinal()] + 0.0);
        }
    }

    @Test
    void shouldTellTheWiderTitleFromTheNarrower() {
        // given
        TypeTraits narrow = traits("hot", "compost", "heap");
        TypeTraits wide = traits("compost", "heap");
        // when
        double[] features = TypeFeatures.of(narrow, wide, NOTHING, NOTHING, LIKENESS);
        // then
        assertThat(features[TypeFeature.TITLE_ENDS.ordinal()]).isEqualTo(1);
        assertThat(features[TypeFeature.TITLE_HOLDS.ordinal()]).isPositive();
        assertThat(features[TypeFeature.SAME_KIND.ordinal()]).isZero();
    }

    @Test
    void shouldTellTwoOfAKindByTheirLastWord() {
        // when
        double[] features = TypeFeatures.of(traits("worm", "heap"), traits("leaf", "heap"), NOTHING, NOTHING, LIKENESS);
        // then
        assertThat(features[TypeFeature.SAME_KIND.ordinal()]).isEqualTo(1);
        assertThat(features[TypeFeature.TITLE_ENDS.ordinal()]).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "It requires a , NEED",
        "This depends on , NEED",
        "Use it instead of the , CONTRAST",
        "A worm bin is a kind of , CASE_OF",
        "Good soil leads to a , ENABLE",
        "'Tools, such as ', FOR_EXAMPLE"
    })
    void shouldKnowTheCueThatStandsBeforeAName(String before, Cue expected) {
        for (Cue cue : Cue.values()) {
            assertThat(cue.endsWith(before + " ")).as(cue.name()).isEqualTo(cue == expected);
        }
    }

    @Test
    void shouldSeeNoCueWhenOtherWordsStandBetween() {
        assertThat(Cue.NEED.endsWith("It requires rain, sun and a ")).isFalse();
    }

    @Provide
    Arbitrary<TypeTraits> traits() {
        Arbitrary<List<String>> titles = Arbitraries.of("rain", "barrel", "heap", "soil")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(titles, shares, shares, shares)
                .as((title, rarity, prominence, length) ->
                        new TypeTraits(title, Collections.nCopies(title.size(), rarity), prominence, 9 * length));
    }

    @Provide
    Arbitrary<Sight> sights() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of("", "it requires ", "instead of ", "such as a "),
                        Arbitraries.doubles().between(0, 1))
                .as(Sight::new);
    }

    private static TypeTraits traits(String... title) {
        return new TypeTraits(List.of(title), Collections.nCopies(title.length, 0.5), 0.2, 7);
    }
}
