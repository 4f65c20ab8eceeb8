package org.graphgarden.inference.fit.link;

import java.util.ArrayList;
import java.util.List;

/**
 * What is left out once.
 *
 * @param name name for people
 * @param left what is foretold
 * @param rest what is learned from
 */
record Fold(String name, Sample left, List<Sample> rest) {
    private static final int FOLDS = 5;

    /** One for each garden; of a single garden a fifth of its patterns each. */
    static List<Fold> of(List<Sample> samples) {
        List<Fold> folds = new ArrayList<>();
        if (samples.size() > 1) {
            for (Sample left : samples) {
                List<Sample> rest =
                        samples.stream().filter(sample -> sample != left).toList();
                folds.add(new Fold(left.garden(), left, rest));
            }
        } else {
            for (int fold = 0; fold < FOLDS; fold++) {
                folds.add(fold(samples.get(0), fold));
            }
        }
        return folds;
    }

    private static Fold fold(Sample sample, int fold) {
        Sample left =
                new Sample(sample.garden(), every(sample.queries(), fold, true), every(sample.verdicts(), fold, true));
        Sample rest = new Sample(
                sample.garden(), every(sample.queries(), fold, false), every(sample.verdicts(), fold, false));
        return new Fold("part " + (fold + 1) + " of " + FOLDS, left, List.of(rest));
    }

    private static <T> List<T> every(List<T> all, int fold, boolean inside) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % FOLDS == fold == inside) {
                some.add(all.get(i));
            }
        }
        return some;
    }
}
