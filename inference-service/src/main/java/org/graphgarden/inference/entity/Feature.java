package org.graphgarden.inference.entity;

import java.util.Locale;

/** What the linear models look at, in this order. "Share" and "cover" are weighted by the rarity of the words, 0 to 1. */
enum Feature {
    /** Share of the label's words that stand in the title. */
    TITLE_COVER,
    /** Share of the label's words that stand in the summary. */
    ABOUT_COVER,
    /** Share of the label's words that stand in title or summary. */
    HEAD_COVER,
    /** 1 when all of them do. */
    HEAD_WHOLE,
    /** Share of the label's words that stand in the text. */
    TEXT_COVER,
    /** Share of the title's words that the label holds. */
    OF_TITLE,
    /** 1 when the label stands in the title as it is. */
    TITLE_PHRASE,
    /** 1 when the label stands in the summary as it is. */
    ABOUT_PHRASE,
    /** ln(1 + how often the label stands in the text as it is). */
    TEXT_PHRASES,
    /** How early in the summary the label's words stand, 1 at its beginning, 0 when missing; mean. */
    EARLY,
    /** Share of the label's words that stand in keywords, aliases or tension. */
    KEY_COVER,
    /** Share of the label's words that stand in emphasised phrases. */
    BOLD_COVER,
    /** Mean over the label's words of ln(1 + count in the text) x rarity. */
    SALIENCE,
    /** The least of the same. */
    LEAST_SALIENCE,
    /** Mean rarity of the label's words. */
    RARITY,
    /** Rarity of the rarest of them. */
    RAREST,
    /** 1 when the label has one word. */
    ONE_WORD,
    /** 1 when it has three. */
    THREE_WORDS,
    /** 1 when it has more. */
    MANY_WORDS,
    /** 1 when one of its words is a filler such as "of". */
    HAS_FILLER,
    /** 1 when its last word has the ending of an abstract noun. */
    ABSTRACT_END,
    /** 1 when its last word ends with "ing". */
    ING_END,
    /** 1 when its first word ends with "ing". */
    ING_START,
    /** 1 when other patterns hold the concept. */
    KNOWN,
    /** ln(1 + how many). */
    FREQUENCY,
    /** ln(1 + labels of others that begin with its first word). */
    FIRST_USE,
    /** ln(1 + labels of others that end with its last word). */
    LAST_USE,
    /** Mean over its words of the share of heads with the word whose pattern has it in a label. */
    UPTAKE,
    /** The least of the same. */
    LEAST_UPTAKE,
    /** Share of the nearest patterns, weighted by nearness, that hold the concept. */
    VOTES,
    /** Square root of the same. */
    ROOT_VOTES,
    /** Mean over its words of the share of the nearest patterns that have the word in a label. */
    WORD_VOTES,
    /** The least of the same. */
    LEAST_WORD_VOTES,
    /** Nearness by text of the nearest other pattern that holds the concept. */
    NEAREST_TEXT,
    /** The same by title, summary and keywords. */
    NEAREST_HEAD,
    /** The same by meaning. */
    NEAREST_MEANING,
    /** Mean relevance where others hold it, less 0.85; 0 when unknown. */
    RELEVANCE,
    /** Nearness by text of the patterns that hold the concept ({@link HolderNearness}). */
    CONCEPT_TEXT,
    /** The same by meaning. */
    CONCEPT_MEANING,
    /** Mean over its words of the nearness by text of the patterns with the word in a label. */
    WORD_TEXT,
    /** The least of the same. */
    LEAST_WORD_TEXT,
    /** Mean over its words of the same nearness by meaning. */
    WORD_MEANING,
    /** The least of the same. */
    LEAST_WORD_MEANING,
    /** 1 when the label is the title. */
    TITLE_SAME,
    /** Share of the label's words that stand in headings. */
    HEADING_COVER,
    /** ln(1 + how often the label stands in headings as it is). */
    HEADING_PHRASES,
    /** 1 when title or summary spell one of its words with a capital. */
    CAPITAL,
    /** 1 when the label stands in title or summary as it is and could be a phrase there. */
    HEAD_PHRASE,
    /** 1 when the text spells it as a person's name. */
    PERSON_NAME,
    /** Share of the places where the label stands in the text as it is that are not inside a longer phrase. */
    WHOLE;

    static final int COUNT = values().length;

    /** Name in model files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
