package org.graphgarden.inference.stream;

/**
 * When a push opens a new epoch, in which the whole garden is inferred again over new statistics.
 *
 * @param share share of the garden's patterns, 0 to 1, that may have changed since the epoch was opened
 * @param small a garden of at most so many patterns opens one with every change: that costs no more than to find out what is stale
 * @param most how many patterns may change at once: to find out what each makes stale takes a look at the whole garden
 */
record EpochRule(double share, int small, int most) {
    /** Patterns looked at to find out what is stale, at most: some seconds' work. */
    private static final int MOST_LOOKS = 400_000;

    EpochRule {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", not between 0 and 1");
        }
    }

    static EpochRule ofShare(double share) {
        return new EpochRule(share, 200, 128);
    }

    /** How many patterns of a garden of so many may change at once without opening an epoch by their number alone, 1 or more. */
    int together(int patterns) {
        return Math.max(1, Math.min(most, MOST_LOOKS / Math.max(1, patterns)));
    }

    /**
     * Whether a push opens a new epoch.
     *
     * @param patterns how many the garden has
     * @param changed how many have changed since the epoch was opened, those of the push among them
     * @param now how many the push changes
     */
    boolean opens(int patterns, int changed, int now) {
        return now > 0 && (patterns <= small || now > together(patterns) || changed > share * patterns);
    }
}
