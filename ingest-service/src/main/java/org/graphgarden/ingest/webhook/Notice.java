package org.graphgarden.ingest.webhook;

import java.util.List;
import java.util.Set;

/** What a forge says, once it is known to be the forge. */
sealed interface Notice {

    /** {@link ForgeAddress}es of the repository that it speaks of; empty when it speaks of none. */
    Set<String> addresses();

    /**
     * Refs moved.
     *
     * @param moves at least one
     * @param defaultBranch the repository's own branch; empty when the forge does not say
     */
    record Pushed(Set<String> addresses, List<RefMove> moves, String defaultBranch) implements Notice {
        public Pushed {
            moves = List.copyOf(moves);
            if (moves.isEmpty()) {
                throw new IllegalArgumentException("moves is empty, but a push moves something");
            }
        }

        /** Why nobody looks, when nobody follows any of the refs. */
        String whyNot() {
            if (moves.stream().noneMatch(RefMove::isOfBranch)) {
                return "not a branch";
            }
            return moves.stream().filter(RefMove::isOfBranch).allMatch(RefMove::deletes)
                    ? "the branch was deleted"
                    : "not the branch that is tended";
        }
    }

    /** The forge tries out whether anybody is there. */
    record Ping(Set<String> addresses) implements Notice {}

    /**
     * Something that moves no pattern.
     *
     * @param why in a few words
     */
    record Ignored(Set<String> addresses, String why) implements Notice {

        /** Another event than a push. */
        static Ignored event() {
            return new Ignored(Set.of(), "only pushes are of use here");
        }
    }
}
