package org.graphgarden.ingest.webhook;

import java.util.Set;

/** What a forge says, once it is known to be the forge. */
sealed interface Notice {

    /** {@link ForgeAddress}es of the repository that it speaks of; empty when it speaks of none. */
    Set<String> addresses();

    /**
     * A branch moved.
     *
     * @param ref full name of the branch
     * @param before object id before, as the forge says
     * @param after object id after, as the forge says
     * @param defaultBranch the repository's own branch; empty when the forge does not say
     */
    record Pushed(Set<String> addresses, String ref, String before, String after, String defaultBranch)
            implements Notice {}

    /** The forge tries out whether anybody is there. */
    record Ping(Set<String> addresses) implements Notice {}

    /**
     * Something that moves no pattern.
     *
     * @param why in a few words
     */
    record Ignored(Set<String> addresses, String why) implements Notice {}
}
