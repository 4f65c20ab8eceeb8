package org.graphgarden.pruner.forge;

/** A call to a forge that came to nothing; never leaves the package. */
final class ForgeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ForgeTrouble trouble;

    /** @param message what happened, without secrets, on one line */
    ForgeException(ForgeTrouble trouble, String message) {
        super(message);
        this.trouble = trouble;
    }

    ForgeTrouble trouble() {
        return trouble;
    }
}
