package org.graphgarden.inference.link;

/**
 * Words that stand in two patterns' texts, in this order and next to each other.
 *
 * @param text as the source has it
 * @param length how many words; those joined by hyphens count as one
 * @param marked whether both stress it: as title, alias or keyword, or in bold
 */
record SharedPhrase(String text, int length, boolean marked) {}
