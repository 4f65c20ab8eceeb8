package org.graphgarden.inference.fit.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {

    @Test
    void shouldFindTheBottomOfANarrowValley() {
        // given
        Lbfgs.Objective valley = (point, gradient) -> {
            gradient[0] = 2 * (point[0] - 3) + 2000 * (point[0] - point[1]);
            gradient[1] = 2000 * (point[1] - point[0]);
            return (point[0] - 3) * (point[0] - 3) + 1000 * (point[0] - point[1]) * (point[0] - point[1]);
        };

        // when
        double[] bottom = Lbfgs.minimise(valley, 2, 100);

        // then
        assertThat(bottom[0]).isCloseTo(3, within(1e-4));
        assertThat(bottom[1]).isCloseTo(3, within(1e-4));
    }

    @Test
    void shouldStayWhereItIsFlat() {
        assertThat(Lbfgs.minimise((point, gradient) -> 1, 3, 100)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldSolveASymmetricSystem() {
        // given
        double[][] matrix = {{4, 0, 0}, {2, 5, 0}, {1, 3, 6}};

        // when
        double[] solution = RelevanceFit.solve(matrix, new double[] {11, 21, 25});

        // then: 4x+2y+z=11, 2x+5y+3z=21, x+3y+6z=25
        assertThat(solution).containsExactly(new double[] {1, 2, 3}, within(1e-9));
    }
}
