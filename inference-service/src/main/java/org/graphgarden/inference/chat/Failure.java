package org.graphgarden.inference.chat;

/** Why there is no answer. The names are codes in records and metrics. */
public enum Failure {
    TIMED_OUT(true, "raise language-model.timeout, or lower language-model.concurrency"),
    UNREACHABLE(true, "check language-model.base-url, the network and the endpoint's certificate"),
    RATE_LIMITED(true, "lower language-model.concurrency, or raise the limit at the provider"),
    SERVER_ERROR(true, "look at the endpoint's own log"),
    REFUSED(
            false,
            "check language-model.api-key, model and token-limit-field; the endpoint does not accept the request"),
    TOO_LARGE(false, "the response is larger than any answer; check that base-url is a chat completions endpoint"),
    MALFORMED(false, "the response is not one of chat completions; check language-model.base-url"),
    SUSPENDED(false, "the endpoint failed several times in a row and is left alone for a minute");

    private final boolean passing;
    private final String remedy;

    Failure(boolean passing, String remedy) {
        this.passing = passing;
        this.remedy = remedy;
    }

    /** Whether asking again may help. */
    boolean isPassing() {
        return passing;
    }

    /** What an operator can do. */
    public String remedy() {
        return remedy;
    }

    static Failure ofStatus(int status) {
        return switch (status) {
            case 408 -> TIMED_OUT;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 ? SERVER_ERROR : REFUSED;
        };
    }
}
