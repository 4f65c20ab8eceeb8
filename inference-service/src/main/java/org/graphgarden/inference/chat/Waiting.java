package org.graphgarden.inference.chat;

import java.time.Duration;

/** Time as somebody sees it who waits and tries again; tests bring their own. */
interface Waiting {
    /** The real clock and real waiting. */
    Waiting REAL = new Waiting() {
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
