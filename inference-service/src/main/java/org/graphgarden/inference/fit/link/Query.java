package org.graphgarden.inference.fit.link;

import java.util.List;

/**
 * A pattern that people linked, and what it could be linked to.
 *
 * @param features by candidate, then by feature
 * @param linked by candidate: whether people linked the two
 * @param links how many links people made, those that are no candidates among them
 */
record Query(List<double[]> features, boolean[] linked, int links) {
    Query {
        features = List.copyOf(features);
    }

    int found() {
        int found = 0;
        for (boolean each : linked) {
            found += each ? 1 : 0;
        }
        return found;
    }
}
