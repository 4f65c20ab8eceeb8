package org.graphgarden.ingest.feedback;

import java.time.Instant;
import org.graphgarden.git.CommitNote;

/**
 * The commit that made an entry what it is.
 *
 * @param commit object id; empty for what stood there before Graph Garden came
 * @param author name of its author
 * @param time when it was committed
 * @param by who speaks in it
 * @param reverts whether it says that it takes back what Graph Garden did
 */
record Maker(String commit, String author, Instant time, By by, boolean reverts) {

    /** Of whatever stood there before Graph Garden came. */
    static final Maker NOBODY = new Maker("", "", Instant.EPOCH, By.NOBODY, false);

    /** Who speaks in a commit. */
    enum By {
        /** Graph Garden, by the commit's trailer. */
        GARDEN,
        /** A person. */
        STEWARD,
        /** Nobody any more: what was said is forgotten, or nobody said it. */
        NOBODY
    }

    static Maker of(CommitNote note, boolean reverts) {
        By by = note.byGarden() ? By.GARDEN : By.STEWARD;
        return new Maker(note.commit(), note.author(), note.time(), by, reverts);
    }

    /** The same commit, where it says nothing of an entry. */
    Maker forgetting() {
        return new Maker(commit, author, time, By.NOBODY, reverts);
    }

    boolean is(Maker other) {
        return commit.equals(other.commit);
    }
}
