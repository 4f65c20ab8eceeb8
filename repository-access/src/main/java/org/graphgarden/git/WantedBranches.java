package org.graphgarden.git;

import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * Which branches of a source are kept here.
 *
 * @param followed short name of the branch whose head is wanted; null for the one the source's HEAD is on
 * @param others prefix of the short names of further branches; empty for all
 */
record WantedBranches(@Nullable String followed, String others) {

    /** Whether a branch is wanted, when the followed one is {@code head}. */
    boolean include(String branch, String head) {
        return branch.equals(head) || branch.startsWith(others);
    }

    /** What to ask a remote for; {@code head} stands for the followed branch, when it is known. */
    List<RefSpec> specs(@Nullable String head) {
        RefSpec further = spec(others + "*");
        return others.isEmpty() || head == null || head.startsWith(others)
                ? List.of(further)
                : List.of(spec(head), further);
    }

    private static RefSpec spec(String branch) {
        return new RefSpec("+" + Constants.R_HEADS + branch + ":" + Source.TRACKING + branch);
    }
}
