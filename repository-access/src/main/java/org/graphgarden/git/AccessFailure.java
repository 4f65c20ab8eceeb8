package org.graphgarden.git;

/**
 * A repository could not be read or written.
 *
 * @param code why
 * @param message what happened, on one line, without secrets
 */
public record AccessFailure(AccessCode code, String message) {

    @Override
    public String toString() {
        return code + ": " + message + " (" + code.remedy() + ")";
    }
}
