package org.graphgarden.inference.link;

/**
 * Words that stand in two patterns' texts, in this order and next to each other, and how much both make of them.
 *
 * @param text as it is written inside a sentence, in the source's form
 * @param length how many words; those joined by hyphens count as one
 * @param score how telling it is that both have it
 * @param here salience of the first place in the source, see {@link ReadText.Lead}
 * @param there salience of the first place in the target
 * @param from first token in the source
 * @param to token after it
 */
record SharedPhrase(String text, int length, double score, double here, double there, int from, int to) {
    /** Whether a title names it. */
    boolean inATitle() {
        return Math.max(here, there) >= ReadText.Lead.IN_TITLE;
    }

    /** Whether each says it where it says what it is about. */
    boolean isAboutBoth() {
        return Math.min(here, there) >= ReadText.Lead.IN_ABOUT;
    }
}
