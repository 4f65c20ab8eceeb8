package org.graphgarden.standalone.up;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.standalone.child.Child;

/** Something that runs until it fails or is closed. */
interface Running extends AutoCloseable {
    /** What ended it, on one or several lines; empty while it runs. Must answer at once. */
    Optional<String> ended();

    /** Whether it is alive and ready. */
    Health health();

    @Override
    void close();

    /** A child process. */
    static Running of(Child child) {
        CompletableFuture<String> death = child.death();
        return of(() -> Optional.ofNullable(death.getNow(null)), new Health(), child::close);
    }

    static Running of(Supplier<Optional<String>> ended, Health health, Runnable close) {
        return new Running() {
            @Override
            public Optional<String> ended() {
                return ended.get();
            }

            @Override
            public Health health() {
                return health;
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
