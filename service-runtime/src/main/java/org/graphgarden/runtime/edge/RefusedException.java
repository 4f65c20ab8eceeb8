package org.graphgarden.runtime.edge;

/** A request goes no further; the caller gets this answer. Nothing went wrong here, so it has no stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public RefusedException(Answer answer) {
        super(answer.status() + " " + answer.body().strip(), null, false, false);
        this.answer = answer;
    }

    /** What the caller gets. */
    public Answer answer() {
        return answer;
    }
}
