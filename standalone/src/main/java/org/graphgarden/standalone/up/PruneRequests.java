package org.graphgarden.standalone.up;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Asks for prune cycles. Safe for several threads. */
final class PruneRequests implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 130;
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final Producer<String, PruneRequest> producer;

    PruneRequests(KafkaClients clients) {
        this.producer = clients.producer();
    }

    /**
     * Returns when the request is safe.
     *
     * @throws KafkaException when it may not be
     */
    void ask(PruneRequest request) {
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
