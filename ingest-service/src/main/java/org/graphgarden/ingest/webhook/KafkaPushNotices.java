package org.graphgarden.ingest.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/** Hints on {@code garden.pushes}, acknowledged by all replicas. Says within seconds when the broker is not there. */
public final class KafkaPushNotices implements PushNotices, AutoCloseable {

    private static final Map<String, Object> IMPATIENT = Map.of(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 2000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5000,
            ProducerConfig.LINGER_MS_CONFIG, 0);

    /** Of a caller, less than forges have; what comes through later is a hint all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Producer<String, PushNoticed> producer;
    private final Outage outage = new Outage();

    public KafkaPushNotices(KafkaClients clients) {
        this.producer = clients.with(IMPATIENT).producer();
    }

    @Override
    public void publish(List<PushNoticed> notices) throws UnavailableException {
        if (!outage.mayTry()) {
            throw new UnavailableException("Kafka was not there a moment ago");
        }
        boolean kept = false;
        try {
            send(notices);
            kept = true;
        } finally {
            outage.ended(kept);
        }
    }

    private void send(List<PushNoticed> notices) throws UnavailableException {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            List<Future<?>> acknowledgements = new ArrayList<>();
            for (PushNoticed notice : notices) {
                Future<?> acknowledgement = send(notice);
                if (acknowledgement.isDone()) {
                    // What fails already would fail for the next one too, and take as long again.
                    acknowledgement.get();
                }
                acknowledgements.add(acknowledgement);
            }
            for (Future<?> acknowledgement : acknowledgements) {
                acknowledgement.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new UnavailableException("a hint may not have come into Kafka", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while a hint was written", e);
        }
    }

    private Future<?> send(PushNoticed notice) {
        String key = RecordKeys.ofRepository(notice.getGarden(), notice.getRepository());
        return producer.send(new ProducerRecord<>(Topic.PUSHES.topicName(), key, notice));
    }

    @Override
    public void close() {
        producer.close(PARTING);
    }
}
