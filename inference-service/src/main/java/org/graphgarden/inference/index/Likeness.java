package org.graphgarden.inference.index;

/**
 * How like one pattern is to every pattern of the garden, by every signal: the exact search, done once for a pattern and read by all
 * that infer something of it. Immutable.
 */
public final class Likeness {
    private final int pattern;
    private final double[][] bySignal;

    private Likeness(int pattern, double[][] bySignal) {
        this.pattern = pattern;
        this.bySignal = bySignal;
    }

    static Likeness of(int pattern, PatternIndex index) {
        Signal[] signals = Signal.values();
        double[][] bySignal = new double[signals.length][index.size()];
        for (Signal signal : signals) {
            signal.scores(index, pattern, bySignal[signal.ordinal()]);
        }
        return new Likeness(pattern, bySignal);
    }

    /** The number of the pattern whose likeness this is. */
    public int pattern() {
        return pattern;
    }

    /** Cosine with the pattern of this number. */
    public double get(Signal signal, int other) {
        return bySignal[signal.ordinal()][other];
    }
}
