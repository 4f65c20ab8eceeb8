package org.graphgarden.inference.link.type;

import java.util.Locale;

/** What the type of a link is told from. All are about 0 to 1. */
public enum TypeFeature {
    /** Cosine of the two texts. */
    BODY(Side.BOTH),
    /** Cosine of titles, summaries and keywords. */
    HEAD(Side.BOTH),
    /** Cosine of the sentence embeddings. */
    MEANING(Side.BOTH),
    /** The titles end with the same word, and neither holds all of the other: two of a kind. */
    SAME_KIND(Side.BOTH),
    /** Share of each title that the other title has; the sum. */
    SHARED_TITLE(Side.BOTH),
    /** Share of each title that the other text has; the sum. */
    COVERED_TITLES(Side.BOTH),
    /** How many patterns name the one that more of them name, by logarithm. */
    PROMINENT_END(Side.BOTH),
    /** How much more one end is named than the other. */
    PROMINENCE_GAP(Side.BOTH),
    /** How much longer one text is, by logarithm. */
    LENGTH_GAP(Side.BOTH),
    /** One end names the other, which many name. */
    NAMES_PROMINENT(Side.BOTH),
    /** Either is named as what is done instead. */
    CONTRASTED(Side.BOTH),

    /** How often the source names the target. */
    NAMES(Side.SOURCE),
    /** Share of the target's title that the source's text has. */
    COVERS(Side.SOURCE),
    /** How many patterns name the target. */
    PROMINENCE(Side.SOURCE),
    /** Length of the target's text, by logarithm. */
    LENGTH(Side.SOURCE),
    /** How rare the words of the target's title are. */
    TITLE_RARITY(Side.SOURCE),
    /** Share of the target's title that the source's title has. */
    TITLE_HOLDS(Side.SOURCE),
    /** The source's title ends with all of the target's, and is longer. */
    TITLE_ENDS(Side.SOURCE),
    /** The source names the target as what it needs. */
    NEEDED(Side.SOURCE),
    /** The source names the target as what it leads to. */
    ENABLED(Side.SOURCE),
    /** The source names the target as what it is a case of. */
    CASE_OF(Side.SOURCE),
    /** The source names the target as one of its cases. */
    FOR_EXAMPLE(Side.SOURCE);

    private final Side side;

    TypeFeature(Side side) {
        this.side = side;
    }

    /** Whether it is the same from either end; else it is what holds for the source less what holds for the target. */
    public boolean isMutual() {
        return side == Side.BOTH;
    }

    /** As the model file has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private enum Side {
        BOTH,
        SOURCE
    }
}
