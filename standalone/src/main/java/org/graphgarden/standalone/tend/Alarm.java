package org.graphgarden.standalone.tend;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first thing that went wrong anywhere in a run; raised from any thread, heard by the one that waits. */
final class Alarm {
    private final AtomicReference<@Nullable TendException> first = new AtomicReference<>();

    void raise(TendException failure) {
        first.compareAndSet(null, failure);
    }

    /** Throws what was raised. */
    void check() {
        TendException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }

    /** Runs something that talks to the pipeline; when it fails because of what was raised, the latter is thrown. */
    <T> T guard(Supplier<T> action) {
        try {
            T result = action.get();
            check();
            return result;
        } catch (RuntimeException e) {
            check();
            throw e;
        }
    }
}
