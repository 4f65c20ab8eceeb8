package org.graphgarden.standalone.tend;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first thing that went wrong anywhere in a run; raised from any thread, heard by the one that works under its guard. */
final class Alarm {
    private @Nullable TendException first;
    private @Nullable Thread guarded;

    /** Raises it and wakes the guarded thread, which may be waiting for a broker that will never answer. */
    synchronized void raise(TendException failure) {
        if (first == null) {
            first = failure;
            if (guarded != null) {
                guarded.interrupt();
            }
        }
    }

    /** Throws what was raised. */
    synchronized void check() {
        if (first != null) {
            throw first;
        }
    }

    /** Does something that talks to the pipeline; when anything was raised meanwhile, that is thrown, whatever came of it. */
    <T> T guard(Supplier<T> action) {
        try {
            enter(Thread.currentThread());
            T result = action.get();
            check();
            return result;
        } catch (RuntimeException e) {
            check();
            throw e;
        } finally {
            enter(null);
            // Cleaning up needs a thread that can wait.
            Thread.interrupted();
        }
    }

    private synchronized void enter(@Nullable Thread thread) {
        guarded = thread;
        if (thread != null) {
            check();
        }
    }
}
