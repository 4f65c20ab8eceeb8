package org.graphgarden.standalone.undo;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.standalone.cycles.PastCycle;
import org.graphgarden.standalone.tended.TendedException;

/**
 * What became of undoing a cycle in one repository.
 *
 * @param cycle id of the cycle; as it was asked for, where that is all that is known
 * @param repository name of the repository
 * @param outcome how it ended
 * @param message one sentence for the user
 * @param commit the commit that undoes it, or did before; empty when there is none
 * @param files files that it changes, by path, with a word how
 * @param left files that are left alone, by path, with the reason
 * @param putBack how many entries come back, and are the steward's own from then on
 * @param withheld how many entries do not come back, by the cause
 * @param diff the change as a unified diff; empty when nothing was to be changed
 */
public record Undone(
        String cycle,
        String repository,
        Outcome outcome,
        String message,
        String commit,
        List<File> files,
        List<File> left,
        int putBack,
        SortedMap<Cause, Integer> withheld,
        String diff) {

    /** How it ended. */
    public enum Outcome {
        /** A commit on the followed branch undoes it. */
        REVERTED,
        /** It would be undone; nothing was written. */
        DRY_RUN,
        /** Somebody undid it before. */
        ALREADY_REVERTED,
        /** Nothing of it stands any more. */
        NOTHING_LEFT,
        /** It was never merged; its branch stands. */
        PROPOSED,
        /** It was never merged; its branch was deleted. */
        BRANCH_DELETED,
        /** It was never merged, and its branch holds commits of others. */
        FOREIGN_BRANCH,
        /** It is not said clearly which cycle or branch is meant. */
        UNCLEAR,
        /** The repository cannot be reached. */
        UNREACHABLE,
        /** The branch takes no commit from here. */
        REFUSED;

        /** Whether it is not as it was asked for, for a reason that lies in the repository or the question. */
        public boolean failed() {
            return this == UNCLEAR || this == UNREACHABLE || this == REFUSED;
        }
    }

    /**
     * One file.
     *
     * @param path where it stands
     * @param word how it was undone, or why not
     */
    public record File(String path, String word) {}

    public Undone {
        files = List.copyOf(files);
        left = List.copyOf(left);
        withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
    }

    /** Nothing was changed. */
    static Undone of(PastCycle cycle, Outcome outcome, String message) {
        return of(cycle.id(), cycle.repository(), outcome, message);
    }

    private static Undone of(String cycle, String repository, Outcome outcome, String message) {
        return new Undone(
                cycle, repository, outcome, message, "", List.of(), List.of(), 0, Collections.emptySortedMap(), "");
    }

    /** It cannot be done there. */
    static Undone failed(String cycle, String repository, TendedException why) {
        Outcome outcome =
                switch (why.kind()) {
                    case USAGE -> Outcome.UNCLEAR;
                    case REPOSITORY -> Outcome.UNREACHABLE;
                    case REFUSED -> Outcome.REFUSED;
                };
        String message = "is not undone: " + Objects.requireNonNullElse(why.getMessage(), why.toString());
        return of(cycle, repository, outcome, message);
    }
}
