package org.graphgarden.runtime.health;

import java.util.Optional;

/** One thing that has to be well. Asked often and from several threads, so it must answer at once. */
@FunctionalInterface
public interface Check {
    /** What is wrong, on one line without secrets; empty when it is well. */
    Optional<String> problem();

    /** Well when a condition holds. */
    static Check that(java.util.function.BooleanSupplier condition, String otherwise) {
        return () -> condition.getAsBoolean() ? Optional.empty() : Optional.of(otherwise);
    }
}
