package org.graphgarden.pruner.publish;

/** Says whether the cycle at hand is to be given up. It is looked at between steps, never while something is pushed. */
@FunctionalInterface
public interface StopSign {
    /** Is never raised. */
    StopSign NEVER = () -> false;

    /** Whether to give up. */
    boolean raised();

    /**
     * Goes on, or gives up.
     *
     * @throws AbandonedException when it is raised
     */
    default void check() {
        if (raised()) {
            throw new AbandonedException();
        }
    }
}
