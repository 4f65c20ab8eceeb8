package org.graphgarden.inference.link;

import org.graphgarden.inference.index.PatternIndex;

/** The likeness of one pattern with every pattern, by signal. Reused from query to query. */
final class Scores {
    private final PatternIndex index;
    private final double[][] bySignal;

    Scores(PatternIndex index) {
        this.index = index;
        bySignal = new double[Signal.values().length][index.size()];
    }

    void query(int pattern) {
        for (Signal signal : Signal.values()) {
            signal.scores(index, pattern, bySignal[signal.ordinal()]);
        }
    }

    double get(Signal signal, int other) {
        return bySignal[signal.ordinal()][other];
    }
}
