package org.graphgarden.inference.evaluation;

/**
 * What a reader said of a pair that was drawn from one bucket of ranks.
 *
 * @param source slug of the pattern on whose page the link would stand
 * @param target slug of the pattern that it would point at
 * @param verdict 2 = clearly useful, 1 = acceptable, 0 = no
 * @param type link type that fits
 * @param bucket ranks that it was drawn from
 */
public record Judgement(String source, String target, int verdict, String type, RankBucket bucket) {
    public Judgement {
        if (verdict < 0 || verdict > 2) {
            throw new IllegalArgumentException("verdict must be 0, 1 or 2: " + verdict + " of " + source);
        }
    }
}
