package org.graphgarden.inference.stream;

import org.graphgarden.deadletters.ReasonCode;

/** A record is left out, before anything was touched because of it. */
final class RefusedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ReasonCode code;

    RefusedRecordException(ReasonCode code, String message) {
        super(message);
        this.code = code;
    }

    ReasonCode code() {
        return code;
    }
}
