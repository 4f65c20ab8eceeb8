package org.graphgarden.git;

/** What became of a push. */
public sealed interface PushOutcome {

    /** The branch stands at the commit now, or stood there already. */
    record Accepted(String branch, String commit) implements PushOutcome {}

    /**
     * The branch does not stand where it was expected to, or came to exist meanwhile: fetch and try again.
     *
     * @param message what the remote said
     */
    record Moved(String message) implements PushOutcome {}

    /**
     * The remote refuses for a reason of its own, such as a protected branch or a hook.
     *
     * @param message what the remote said, on one line
     */
    record Refused(String message) implements PushOutcome {}

    /**
     * The remote could not be asked; whether the push arrived is unknown.
     *
     * @param failure why
     */
    record Failed(AccessFailure failure) implements PushOutcome {}
}
