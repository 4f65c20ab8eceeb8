package org.graphgarden.inference.link.type;

/**
 * Computes the features of a pair. From the other end the mutual ones are the same and the others change their sign, to the last bit;
 * so a model cannot contradict itself.
 */
public final class TypeFeatures {
    private TypeFeatures() {}

    /**
     * How like two patterns are.
     *
     * @param body cosine of the two texts
     * @param head cosine
     * @param meaning cosine
     */
    public record Likeness(double body, double head, double meaning) {}

    /**
     * The features of a pair, by ordinal.
     *
     * @param forth what the source's text shows of the target
     * @param back what the target's text shows of the source
     */
    public static double[] of(TypeTraits source, TypeTraits target, Sight forth, Sight back, Likeness likeness) {
        double[] values = new double[TypeFeature.values().length];
        for (TypeFeature feature : TypeFeature.values()) {
            values[feature.ordinal()] = value(feature, source, target, forth, back, likeness);
        }
        return values;
    }

    private static double value(
            TypeFeature feature, TypeTraits source, TypeTraits target, Sight forth, Sight back, Likeness likeness) {
        return switch (feature) {
            case BODY -> likeness.body();
            case HEAD -> likeness.head();
            case MEANING -> likeness.meaning();
            case SAME_KIND -> source.isOfOneKindWith(target) ? 1 : 0;
            case SHARED_TITLE -> target.heldBy(source) + source.heldBy(target);
            case COVERED_TITLES -> forth.covered() + back.covered();
            case PROMINENT_END -> Math.max(source.prominence(), target.prominence());
            case PROMINENCE_GAP -> Math.abs(target.prominence() - source.prominence());
            case LENGTH_GAP -> Math.abs(target.length() - source.length());
            case NAMES_PROMINENT -> Math.abs(named(forth, target) - named(back, source));
            case CONTRASTED -> Math.max(forth.cue(Cue.CONTRAST), back.cue(Cue.CONTRAST));
            case NAMES -> forth.naming() - back.naming();
            case COVERS -> forth.covered() - back.covered();
            case PROMINENCE -> target.prominence() - source.prominence();
            case LENGTH -> target.length() - source.length();
            case TITLE_RARITY -> target.rarity() - source.rarity();
            case TITLE_HOLDS -> target.heldBy(source) - source.heldBy(target);
            case TITLE_ENDS -> (source.endsWith(target) ? 1 : 0) - (target.endsWith(source) ? 1 : 0);
            case NEEDED -> forth.cue(Cue.NEED) - back.cue(Cue.NEED);
            case ENABLED -> forth.cue(Cue.ENABLE) - back.cue(Cue.ENABLE);
            case CASE_OF -> forth.cue(Cue.CASE_OF) - back.cue(Cue.CASE_OF);
            case FOR_EXAMPLE -> forth.cue(Cue.FOR_EXAMPLE) - back.cue(Cue.FOR_EXAMPLE);
        };
    }

    private static double named(Sight sight, TypeTraits other) {
        return sight.named() > 0 ? other.prominence() : 0;
    }
}
