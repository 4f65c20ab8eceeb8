package org.graphgarden.pruner.publish;

import java.util.Optional;
import org.graphgarden.git.CommitNote;

/** Tells whether people turned down what was proposed to them. */
@FunctionalInterface
public interface Declined {
    /** Where nothing is proposed. */
    Declined NEVER = (branch, commit) -> Optional.empty();

    /**
     * Why nothing is to be published that proposes no more than that commit of ours: the request was closed with it, or it cannot be found out
     * whether it was. Empty when there is no reason.
     *
     * @param branch short name of the branch that stands at the commit
     */
    Optional<Reason> reason(String branch, CommitNote commit);

    /** How publishing ends for it. */
    record Reason(Outcome outcome, String message) {}
}
