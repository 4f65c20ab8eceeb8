package org.graphgarden.inference.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** Ranks, by the plain TF-IDF baseline, from which judged pairs are drawn. Each pair stands for all pairs of its bucket. */
public enum RankBucket {
    FIRST("1-1", 1),
    SECOND("2-3", 2),
    FOURTH("4-6", 3),
    SEVENTH("7-10", 4),
    ELEVENTH("11-20", 10),
    TWENTY_FIRST("21-50", 30),
    /** Any other pair. */
    REST("rest", 0);

    private static final int NEAR = 50;

    private final String text;
    private final int ranks;

    RankBucket(String text, int ranks) {
        this.text = text;
        this.ranks = ranks;
    }

    /** As it is written in files of judged pairs. */
    public String text() {
        return text;
    }

    /** The bucket that is written like this. */
    public static Optional<RankBucket> of(String text) {
        return Arrays.stream(values())
                .filter(bucket -> bucket.text.equals(text))
                .findFirst();
    }

    /** Whether it holds some of the 50 nearest. */
    boolean isNear() {
        return this != REST;
    }

    /** How many ranks it holds in a library of so many patterns. */
    public int width(int patterns) {
        return this == REST ? Math.max(1, patterns - 1 - NEAR) : ranks;
    }
}
