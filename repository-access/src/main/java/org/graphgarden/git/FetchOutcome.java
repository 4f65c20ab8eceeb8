package org.graphgarden.git;

/** What a fetch brought. */
public sealed interface FetchOutcome {

    /**
     * The branch is here.
     *
     * @param branch its short name, such as "main"; empty when the repository's HEAD is on no branch
     * @param commit its head, 40 hexadecimal digits
     */
    record Head(String branch, String commit) implements FetchOutcome {}

    /**
     * Nothing was brought; what was here before is still here.
     *
     * @param failure why
     */
    record Failed(AccessFailure failure) implements FetchOutcome {}

    /** Shorthand for a failure. */
    static FetchOutcome failed(AccessCode code, String message) {
        return new Failed(new AccessFailure(code, message));
    }
}
