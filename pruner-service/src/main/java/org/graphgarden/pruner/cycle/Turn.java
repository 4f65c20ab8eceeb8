package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.deadletters.Unreadable;
import org.graphgarden.events.Affirmation;
import org.graphgarden.pruner.publish.AbandonedException;
import org.graphgarden.pruner.publish.StopSign;

/** One affirmation's cycle, which runs beside the poll loop for as long as its partition is ours. */
final class Turn {
    private final ConsumerRecord<String, Affirmation> record;
    private final Instant start;
    private final CompletableFuture<AffirmedCycle.Result> work;
    private volatile boolean lost;

    private Turn(
            ConsumerRecord<String, Affirmation> record,
            PrunerService.Setup setup,
            StopSign stop,
            Unreadable passedOver,
            Executor worker) {
        this.record = record;
        this.start = setup.surroundings().clock().instant();
        AffirmedCycle cycle = new AffirmedCycle(setup, () -> lost || stop.raised(), passedOver);
        this.work = CompletableFuture.supplyAsync(() -> cycle.run(record), worker);
    }

    /** Begins; given up before its push when the sign is raised or the partition is lost. */
    static Turn begin(
            ConsumerRecord<String, Affirmation> record,
            PrunerService.Setup setup,
            StopSign stop,
            Unreadable passedOver,
            Executor worker) {
        return new Turn(record, setup, stop, passedOver, worker);
    }

    ConsumerRecord<String, Affirmation> record() {
        return record;
    }

    Instant start() {
        return start;
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
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
     * What the cycle came to.
     *
     * @throws AbandonedException when it was given up
     */
    AffirmedCycle.Result result() {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AbandonedException abandoned ? abandoned : e;
        }
    }
}
