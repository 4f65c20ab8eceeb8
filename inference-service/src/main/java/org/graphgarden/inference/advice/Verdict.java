package org.graphgarden.inference.advice;

import java.util.Locale;
import java.util.Optional;

/** What a language model says of a pair. */
enum Verdict {
    /** A curator would keep the link. */
    YES,
    /** It cannot tell. */
    UNSURE,
    /** A curator would not keep it. */
    NO;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verdict> of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }

    /**
     * The confidence after this verdict: moved by a share of the way to an end of the band. For one verdict it rises with the
     * confidence before, and it never leaves the band.
     *
     * @param confidence within the band
     * @return six decimals
     */
    double move(double confidence, AdviceRules rules) {
        double moved =
                switch (this) {
                    case YES -> confidence + rules.step() * (rules.bandHigh() - confidence);
                    case UNSURE -> confidence;
                    case NO -> confidence - rules.step() * (confidence - rules.bandLow());
                };
        double rounded = StrictMath.rint(moved * 1_000_000) / 1_000_000;
        return Math.min(rules.bandHigh(), Math.max(rules.bandLow(), rounded));
    }
}
