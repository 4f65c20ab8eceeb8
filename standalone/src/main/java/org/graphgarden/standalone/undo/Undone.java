package org.graphgarden.standalone.undo;

import java.util.List;
import org.graphgarden.standalone.cycles.PastCycle;

/**
 * What became of undoing a cycle in one repository.
 *
 * @param cycle the cycle
 * @param outcome how it ended
 * @param message one sentence for the user
 * @param commit the commit that undoes it, or did before; empty when there is none
 * @param files files that it changes, by path, with a word how
 * @param left files that are left alone, by path, with the reason
 * @param diff the change as a unified diff; empty when nothing was to be changed
 */
public record Undone(
        PastCycle cycle,
        Outcome outcome,
        String message,
        String commit,
        List<File> files,
        List<File> left,
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
        FOREIGN_BRANCH
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
    }

    static Undone of(PastCycle cycle, Outcome outcome, String message) {
        return new Undone(cycle, outcome, message, "", List.of(), List.of(), "");
    }
}
