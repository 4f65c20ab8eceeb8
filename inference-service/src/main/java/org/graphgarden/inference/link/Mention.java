package org.graphgarden.inference.link;

/**
 * That one pattern's text names another pattern.
 *
 * @param target number of the pattern that is named
 * @param count how often
 * @param section where first: an index into the profile's sections, or {@link #TITLE} or {@link #SUMMARY}
 * @param start offset of the first mention in that text
 * @param end offset after it
 */
record Mention(int target, int count, int section, int start, int end) {
    static final int SUMMARY = -1;
    static final int TITLE = -2;

    Mention again() {
        return new Mention(target, count + 1, section, start, end);
    }
}
