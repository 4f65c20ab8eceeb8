package org.graphgarden.inference.link.type;

/**
 * What one pattern's text shows of another pattern.
 *
 * @param named how often it names the other; 0 when it does not
 * @param before what stands before the first mention, on the same line; empty without a mention
 * @param covered share of the other's title, by rarity, that the text has, 0 to 1
 */
public record Sight(int named, String before, double covered) {
    private static final int OFTEN = 10;

    /** How often it names the other: 0 for never, 1 for nine times or more. */
    double naming() {
        return Math.min(1, StrictMath.log(1.0 + named) / StrictMath.log(OFTEN));
    }

    /** 1 when the other is named in this way, else 0. */
    double cue(Cue cue) {
        return named > 0 && cue.endsWith(before) ? 1 : 0;
    }
}
