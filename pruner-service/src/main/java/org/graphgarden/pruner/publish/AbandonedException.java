package org.graphgarden.pruner.publish;

/** A cycle was given up before its push; running it again makes up for it. */
public final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbandonedException() {
        super("the cycle was given up, because its service stops");
    }
}
