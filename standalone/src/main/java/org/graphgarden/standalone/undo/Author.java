package org.graphgarden.standalone.undo;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphgarden.git.CommitIdent;

/**
 * Who undoes a cycle.
 *
 * @param name what commits are signed with
 * @param email e-mail address; may be empty
 */
public record Author(String name, String email) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?U)\\s*([^<>\\p{Cc}]*[^<>\\p{Cc}\\s])\\s*(?:<([^<>\\s\\p{Cc}]*)>\\s*)?");

    /**
     * Reads a name, or a name and an address as Git writes them: {@code Ann <ann@example.org>}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Author parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' names no author");
        }
        return new Author(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
    }

    CommitIdent at(Instant time) {
        return new CommitIdent(name, email, time);
    }
}
