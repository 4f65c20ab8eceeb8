package org.graphgarden.standalone.child;

import java.util.concurrent.CompletableFuture;

/** A process that was started by this one and ends with it. */
public interface Child extends AutoCloseable {
    /** Its process id. */
    long pid();

    /** Completes with its last words when it ended without having been asked to; else never. */
    CompletableFuture<String> death();

    /** Ends it: politely first, then by force. */
    @Override
    void close();
}
