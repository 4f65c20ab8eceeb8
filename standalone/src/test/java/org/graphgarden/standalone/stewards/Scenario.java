package org.graphgarden.standalone.stewards;

/**
 * One thing that a steward does, and what has to come of it.
 *
 * @param name for people
 * @param seat where it is done
 * @param edit does it
 */
record Scenario(String name, Seat seat, Edit edit) {

    /** Where Graph Garden's commit stands, where the steward edits, and how the edit gets to the followed branch. */
    enum Seat {
        /** The garden commit is on the main branch, and so is the edit. */
        MAIN,
        /** On our branch, which nobody has merged when the next cycle runs. */
        OURS,
        /** On our branch, merged with a merge commit. */
        OURS_MERGED,
        /** On our branch, squashed into one commit of the main branch; the branch stays. */
        OURS_SQUASHED,
        /** On our branch, rebased onto a main branch that went on; the branch is deleted. */
        OURS_REBASED,
        /** On our branch, each commit cherry-picked; the branch is deleted. */
        OURS_PICKED,
        /** The garden commit is on the main branch; the scenario does all by itself. */
        FREE,
        /** The garden commit is on our branch; the scenario does all by itself. */
        FREE_OURS;

        boolean ours() {
            return this != MAIN && this != FREE;
        }
    }

    /** Changes files, and commits and pushes them where the seat does not. */
    interface Edit {
        /** What has to hold of the followed branch's files after the next cycle. */
        Check make(Steward steward) throws Exception;
    }

    /** Looks at the files. */
    interface Check {
        void obeyed(Bed after) throws Exception;
    }

    @Override
    public String toString() {
        return name + " [" + seat + "]";
    }
}
