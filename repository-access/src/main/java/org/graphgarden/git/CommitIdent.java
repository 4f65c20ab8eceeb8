package org.graphgarden.git;

import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who made a commit and when.
 *
 * @param name name without line breaks or angle brackets
 * @param email e-mail address, may be empty
 * @param time to the second; recorded in UTC
 */
public record CommitIdent(String name, String email, Instant time) {

    public CommitIdent {
        if (name.isBlank() || (name + email).matches("(?s).*[<>\\r\\n\\x00].*")) {
            throw new IllegalArgumentException(
                    "name and email must be plain text, are '" + name + "', '" + email + "'");
        }
    }

    PersonIdent toPersonIdent() {
        return new PersonIdent(name, email, time, ZoneOffset.UTC);
    }
}
