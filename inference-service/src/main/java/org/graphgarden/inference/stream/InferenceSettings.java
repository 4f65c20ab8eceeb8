package org.graphgarden.inference.stream;

import java.time.Duration;

/**
 * What an operator chooses for inference.
 *
 * @param threads stream threads of this process, 1 or more
 * @param commitInterval how long results wait to be committed; what a reader waits at least, positive
 * @param observeThreshold confidence from which on a link is told to consumers of garden.candidate-links, 0 to 1
 */
public record InferenceSettings(int threads, Duration commitInterval, double observeThreshold) {
    public InferenceSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("inference.threads is " + threads + ", but has to be 1 or more");
        }
        if (commitInterval.isZero() || commitInterval.isNegative()) {
            throw new IllegalArgumentException("inference.commit-interval has to be positive: " + commitInterval);
        }
        if (!(observeThreshold >= 0 && observeThreshold <= 1)) {
            throw new IllegalArgumentException(
                    "inference.observe-threshold is " + observeThreshold + ", but has to be between 0 and 1");
        }
    }
}
