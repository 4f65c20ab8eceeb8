package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.pruner.publish.StopSign;

/** One affirmation's work, which goes on beside the poll loop for as long as its partition is ours. */
final class Turn {
    private final TopicPartition partition;
    private final CompletableFuture<Void> work;
    private volatile boolean lost;

    private Turn(TopicPartition partition, Consumer<StopSign> work, Executor worker) {
        this.partition = partition;
        this.work = CompletableFuture.runAsync(() -> work.accept(() -> lost), worker);
    }

    /**
     * Begins.
     *
     * @param partition the affirmation's
     * @param work gives up when the sign that it is handed is raised: then the partition is lost
     */
    static Turn begin(TopicPartition partition, Consumer<StopSign> work, Executor worker) {
        return new Turn(partition, work, worker);
    }

    TopicPartition partition() {
        return partition;
    }

    boolean running() {
        return !work.isDone();
    }

    /** Whether the cycle is another's now, whatever came of it here. */
    boolean lost() {
        return lost;
    }

    /** Gives the cycle up, because its partition goes to another member; a push that has begun may end within the time. */
    void lose(Duration grace) {
        lost = true;
        try {
            work.get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Who takes the partition over runs it again, and adopts what was pushed.
        }
    }

    /**
     * Comes back when the work has ended well.
     *
     * @throws RuntimeException what it failed with
     */
    void join() {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
