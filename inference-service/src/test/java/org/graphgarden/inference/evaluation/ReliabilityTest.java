package org.graphgarden.inference.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void shouldBeWithoutErrorWhenConfidenceMeansWhatItSays() {
        // given: of ten links at .8 eight are kept
        List<Outcome> outcomes =
                IntStream.range(0, 10).mapToObj(i -> new Outcome(.8, i < 8, 1)).toList();
        // when
        Reliability reliability = Reliability.of(outcomes);
        // then
        assertThat(reliability.ece()).isCloseTo(0, within(1e-12));
        assertThat(reliability.brier()).isCloseTo(.16, within(1e-12));
        assertThat(reliability.bands()).hasSize(1);
        assertThat(reliability.bands().get(0).from()).isEqualTo(.8);
    }

    @Test
    void shouldWeighPairsByWhatTheyStandFor() {
        // given
        List<Outcome> outcomes = List.of(new Outcome(.5, true, 3), new Outcome(.5, false, 1));
        // when, then
        assertThat(Reliability.of(outcomes).bands().get(0).kept()).isEqualTo(.75);
        assertThat(Reliability.of(outcomes).ece()).isEqualTo(.25);
    }

    @Property(seed = "1")
    void shouldPutEachConfidenceIntoOneBand(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1) Double> confidences) {
        // when
        Reliability reliability = Reliability.of(confidences.stream()
                .map(each -> new Outcome(each, each > .5, 1))
                .toList());
        // then
        assertThat(reliability.bands().stream()
                        .mapToInt(Reliability.Band::pairs)
                        .sum())
                .isEqualTo(confidences.size());
        assertThat(reliability.bands()).allSatisfy(band -> assertThat(band.confidence())
                .isBetween(band.from() - 1e-9, band.from() + .1 + 1e-9));
        assertThat(reliability.ece()).isBetween(0.0, 1.0);
    }

    @Test
    void shouldDrawAnImageThatStandsAlone() {
        // given
        Reliability reliability = Reliability.of(List.of(new Outcome(.9, true, 1), new Outcome(.2, false, 1)));
        // when
        String svg = ReliabilityDiagram.of("A <small> garden", "kept", reliability);
        // then
        assertThat(svg)
                .startsWith("<svg xmlns")
                .endsWith("</svg>\n")
                .contains("A &lt;small&gt; garden", "2 pairs")
                .doesNotContain("<script", "href", "url(");
    }
}
