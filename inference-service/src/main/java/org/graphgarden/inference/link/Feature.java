package org.graphgarden.inference.link;

import java.util.Locale;

/** What the linear model sees of a pair. All are the same from either end; none is taken from curated or planted links. */
enum Feature {
    /** Square root of the cosine of words and word pairs of the whole text: the first words that are shared tell most. */
    BODY_LIKENESS,
    /** Cosine of title, aliases, summary and keywords. */
    HEAD_COSINE,
    /** Cosine of sentence embeddings, less what all of the garden have in common. */
    MEANING_COSINE,
    /** How much of each title the other's text has, by rarity of the words; 0 to 1. */
    TITLE_COVERAGE,
    /** Whether either names the other, by rarity of the name and how often; 0 to 2 or so. */
    MENTION,
    /** Whether the first domain is the same, by rarity of the domain; 0 to 1. */
    SAME_DOMAIN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
