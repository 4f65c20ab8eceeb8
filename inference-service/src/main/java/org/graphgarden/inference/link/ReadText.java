package org.graphgarden.inference.link;

/**
 * One text as numbers.
 *
 * @param tokens its words and what joins them, in order; ends with a break
 * @param edges where in the tokens a phrase may begin, ascending
 * @param marked what it stresses
 */
record ReadText(int[] tokens, int[] edges, MarkedPhrases marked) {}
