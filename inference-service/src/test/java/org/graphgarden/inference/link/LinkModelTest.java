package org.graphgarden.inference.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graphgarden.inference.model.ModelFile;
import org.junit.jupiter.api.Test;

class LinkModelTest {
    @Test
    void shouldRiseStrictlyInSixDecimalsWhenTheScoreRises() {
        // given
        LinkModel model = LinkModel.of(ModelFile.shipped());
        double previous = 0;
        for (double logit = -20; logit <= 20; logit += 0.01) {
            // when
            double confidence = model.confidence((logit - model.intercept()) / model.slope());
            // then
            assertThat(confidence).as("logit %s", logit).isGreaterThan(previous).isLessThan(1);
            previous = confidence;
        }
    }

    @Test
    void shouldStayInRangeWhenScoresAreExtreme() {
        // given
        LinkModel model = LinkModel.of(ModelFile.shipped());
        // when / then
        assertThat(model.confidence(-1e9)).isGreaterThan(0);
        assertThat(model.confidence(1e9)).isLessThanOrEqualTo(1);
    }

    @Test
    void shouldRefuseWeightsThatTakeAway() {
        // given
        double[] weights = new double[Feature.values().length];
        weights[Feature.MENTION.ordinal()] = -1;
        // when / then
        assertThatThrownBy(() -> new LinkModel(weights, 1, 0)).hasMessageContaining("mention");
    }
}
