package org.graphgarden.pruner.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.graphgarden.pruner.health.Concentration.By;
import org.graphgarden.pruner.health.Concentration.Group;
import org.graphgarden.pruner.health.Concentration.Links;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void shouldComputeGiniWhenTargetsDiffer() {
        // given: 0, 1, 3: the Gini coefficient is (3*1 + 2*... ) = sum of |x-y| over all pairs / (2 n^2 mean) = 12 / 24
        Spread spread = new Spread(Links.INFERRED, List.of("ash", "birch", "cedar"), new int[] {0, 1, 3});

        // when
        Concentration targets = spread.overTargets();

        // then
        assertThat(targets.gini()).isEqualTo(0.5);
        assertThat(targets.top()).isEqualTo("cedar");
        assertThat(targets.share()).isEqualTo(0.75);
        assertThat(targets.groups()).containsExactly(new Group("cedar", 1, 3, null), new Group("birch", 1, 1, null));
    }

    @Test
    void shouldWeighLettersByTheirPatternsWhenItComputesGini() {
        // given: three quarters of the links for half of the patterns: 1 - (.5 * .25 + .5 * 1.25)
        Spread spread = new Spread(Links.CURATED, List.of("ash", "aspen", "birch", "box"), new int[] {3, 0, 1, 0});

        // when
        Concentration letters = spread.over(By.LETTER, Spreads::initial);

        // then
        assertThat(letters.gini()).isEqualTo(0.25);
        assertThat(letters.top()).isEqualTo("a");
        assertThat(letters.share()).isEqualTo(0.75);
        assertThat(letters.expected()).isEqualTo(0.5);
        assertThat(letters.improbable()).isFalse();
    }

    @Test
    void shouldWarnWhenNearlyAllLinksPointAtOneLetter() {
        // given: 20 of 400 patterns begin with "a" and get 95 % of the links
        int[] in = new int[400];
        for (int place = 0; place < in.length; place++) {
            in[place] = place < 20 ? 76 : place % 5 == 0 ? 1 : 0;
        }

        // when
        Spread spread = new Spread(Links.INFERRED, slugs(in.length), in);

        // then
        assertThat(spread.over(By.LETTER, Spreads::initial))
                .matches(Concentration::improbable)
                .matches(letters -> letters.top().equals("a"));
        assertThat(spread.overTargets()).matches(Concentration::improbable);
    }

    @Test
    void shouldNotBlameTheLetterWhenItIsOnePatternThatEverybodyLinksTo() {
        // given
        int[] in = new int[400];
        in[3] = 900;
        in[200] = 100;

        // when
        Concentration letters = new Spread(Links.INFERRED, slugs(in.length), in).over(By.LETTER, Spreads::initial);

        // then: 90 % at one letter, but by one pattern
        assertThat(letters.share()).isEqualTo(0.9);
        assertThat(letters.improbable()).isFalse();
    }

    @Test
    void shouldNotWarnOfTriflesWhenTheGardenIsLarge() {
        // given: 5,000 of 100,000 patterns get 6 links each, all others 5: beyond chance, but little
        int[] in = new int[100_000];
        for (int place = 0; place < in.length; place++) {
            in[place] = place < 5_000 ? 6 : 5;
        }

        // when
        Concentration letters = new Spread(Links.INFERRED, slugs(in.length), in).over(By.LETTER, Spreads::initial);

        // then
        assertThat(letters.chance()).isLessThan(1e-9);
        assertThat(letters.improbable()).isFalse();
    }

    @Property(seed = "1", tries = 200)
    void shouldNotWarnWhenTargetsArePickedAtRandom(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 300) int patterns,
            @ForAll @IntRange(max = 3000) int links) {
        // given
        Random random = new Random(seed);
        int[] in = new int[patterns];
        for (int link = 0; link < links; link++) {
            in[random.nextInt(patterns)]++;
        }

        // when
        Spread spread = new Spread(Links.INFERRED, slugs(patterns), in);

        // then
        assertThat(spread.over(By.LETTER, Spreads::initial).improbable()).isFalse();
        assertThat(spread.overTargets().improbable()).isFalse();
        assertThat(spread.overTargets().gini()).isBetween(0.0, 1.0);
    }

    @Test
    void shouldExpectTheGiniOfPoissonWhenLinksArePickedAtRandom() {
        // given: exp(-2m) (I0(2m) + I1(2m)) for m = 1 and m = 4 (Ramasubban, 1958)

        // when
        double one = Chance.gini(1);
        double four = Chance.gini(4);

        // then
        assertThat(one).isCloseTo(0.523, within(0.001));
        assertThat(four).isCloseTo(0.277, within(0.001));
    }

    @Test
    void shouldBoundTheOddsOfAGroupByBernsteinsInequality() {
        // given: mean 1, variance 1, farthest 1; two patterns get 4 where 2 are expected: exp(-4 / (4 + 4/3))
        int[] in = {2, 2, 0, 0};

        // when
        double chance = Chance.ofGroup(in, 2, 4);

        // then
        assertThat(chance).isCloseTo(Math.exp(-0.75), within(1e-12));
    }

    /** A twentieth begins with "a", the rest with the other letters in turn. */
    private static List<String> slugs(int patterns) {
        List<String> slugs = new ArrayList<>();
        for (int place = 0; place < patterns; place++) {
            char letter = place < patterns / 20 ? 'a' : (char) ('b' + place % 25);
            slugs.add(letter + "-" + place);
        }
        return slugs;
    }
}
