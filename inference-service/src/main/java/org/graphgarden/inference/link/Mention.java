package org.graphgarden.inference.link;

import org.graphgarden.inference.profile.Profile;

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

    /** The text of the naming pattern in which the first mention stands. */
    String text(Profile profile) {
        return switch (section) {
            case TITLE -> profile.title();
            case SUMMARY -> profile.summary();
            default -> profile.sections().get(section).text();
        };
    }

    /** Whether the name can hardly be anything else: several words, or what the title begins with. */
    boolean isPlain(Profile profile, Profile named) {
        String name = text(profile).substring(start, end);
        return name.indexOf(' ') > 0 || name.indexOf('-') > 0 || named.title().startsWith(name);
    }
}
