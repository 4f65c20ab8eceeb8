package org.graphgarden.pruner.cycle;

import java.util.regex.Pattern;
import org.graphgarden.pruner.health.SafeText;

/**
 * Texts from files inside Markdown that a forge renders: they show as they are and call nobody. Each stands in a code span, where
 * GitHub, GitLab and Gitea know no mentions, references, HTML or images. As forges also copy descriptions into commit messages,
 * where a code span means nothing, what could call a person or close an issue is broken by an invisible character.
 */
final class MarkdownText {
    /** Joins words without showing: <a href="https://www.unicode.org/charts/PDF/U2000.pdf">word joiner</a>. */
    private static final String JOINER = "\u2060";

    private static final int LONGEST = 160;

    /** Mentions, references to issues and requests, addresses. */
    private static final Pattern CALLS = Pattern.compile("[@#!](?=\\S)|(?i)\\bGH-(?=\\d)|:(?=//)");

    private MarkdownText() {}

    /** One value as a code span; a long one is cut. */
    static String code(String value) {
        String line = SafeText.line(value).strip().replace('`', '\'');
        String cut = line.length() <= LONGEST ? line : line.substring(0, end(line)) + "…";
        String mute = CALLS.matcher(cut).replaceAll("$0" + JOINER);
        return mute.isEmpty() ? "(empty)" : "`" + mute + "`";
    }

    /** Where to cut without splitting a character in two. */
    private static int end(String line) {
        return Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    }
}
