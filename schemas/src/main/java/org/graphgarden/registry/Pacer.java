package org.graphgarden.registry;

import java.time.Duration;

/** Time as a client that waits and tries again sees it; tests bring their own. */
interface Pacer {

    /** The real clock and real waiting. */
    Pacer REAL = new Pacer() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            Thread.sleep(pause.toMillis());
        }
    };

    /** Nanoseconds since some moment; only differences mean something. */
    long nanoTime();

    void sleep(Duration pause) throws InterruptedException;
}
