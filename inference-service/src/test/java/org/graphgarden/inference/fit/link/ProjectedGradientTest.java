package org.graphgarden.inference.fit.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProjectedGradientTest {
    private static final double ANY = Double.NEGATIVE_INFINITY;

    /** Least at (3, -2); a hundred times steeper along the second. */
    private static double valley(double[] at, double[] gradient) {
        gradient[0] += 2 * (at[0] - 3);
        gradient[1] += 200 * (at[1] + 2);
        return (at[0] - 3) * (at[0] - 3) + 100 * (at[1] + 2) * (at[1] + 2);
    }

    @Test
    void shouldFindTheLowestPointWhenNothingBounds() {
        // when
        double[] found = new ProjectedGradient(new double[] {ANY, ANY})
                .minimise(ProjectedGradientTest::valley, new double[] {50, 50});
        // then
        assertThat(found).containsExactly(new double[] {3, -2}, within(1e-3));
    }

    @Test
    void shouldStopAtTheBoundWhenTheLowestPointLiesBeyond() {
        // when
        double[] found = new ProjectedGradient(new double[] {ANY, 0})
                .minimise(ProjectedGradientTest::valley, new double[] {50, 50});
        // then
        assertThat(found).containsExactly(new double[] {3, 0}, within(1e-3));
    }
}
