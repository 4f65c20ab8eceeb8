package org.graphgarden.standalone.tend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.events.Position;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.events.RequestKind;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Asks for prune cycles. Safe for several threads. */
public final class PruneRequests implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 130;
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final Producer<String, PruneRequest> producer;

    public PruneRequests(KafkaClients clients) {
        this.producer = clients.producer();
    }

    /**
     * A request for a cycle over what is imported.
     *
     * @param pushes the newest of each repository
     */
    public static PruneRequest asked(
            String garden, String cycle, LocalDate date, boolean dryRun, Collection<PushClosed> pushes, Instant now) {
        return PruneRequest.newBuilder()
                .setGarden(garden)
                .setCycle(cycle)
                .setKind(RequestKind.ASKED)
                .setDate(date.toString())
                .setDryRun(dryRun)
                .setAfter(pushes.stream()
                        .map(push -> new Position(push.getRepository(), push.getSequence(), push.getCommit()))
                        .toList())
                .setRequestedAt(now)
                .build();
    }

    /**
     * Returns when the request is safe.
     *
     * @throws KafkaException when it may not be
     */
    public void ask(PruneRequest request) {
        String key = RecordKeys.ofCycle(request.getGarden(), request.getCycle());
        try {
            producer.send(new ProducerRecord<>(Topic.PRUNE_REQUESTS.topicName(), key, request))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the request for cycle " + key + " was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for cycle " + key, e);
        }
    }

    @Override
    public void close() {
        producer.close(PARTING);
    }
}
