package org.graphgarden.pruner.publish;

import java.time.Instant;
import org.graphgarden.git.CommitIdent;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.GardenHistory;

/**
 * Under whose name commits are made.
 *
 * @param name name without line breaks or angle brackets
 * @param email address; may be empty
 */
public record Person(String name, String email) {
    public Person {
        ident(name, email, Instant.EPOCH);
    }

    /** The same at a time. */
    public CommitIdent at(Instant time) {
        return ident(name, email, time);
    }

    /** Whether a commit stands as this person made it for a garden, and nobody amended it since. */
    public boolean made(CommitNote note, String garden, GardenHistory history) {
        return note.cycle().startsWith(garden + "/") && !note.cutOff() && made(note, history);
    }

    /** Whether a garden commit stands as this person made it, and nobody amended it since. */
    public boolean made(CommitNote note, GardenHistory history) {
        return note.byGarden() && history.isCommittedBy(note.commit(), at(note.time()));
    }

    private static CommitIdent ident(String name, String email, Instant time) {
        return new CommitIdent(name, email, time);
    }
}
