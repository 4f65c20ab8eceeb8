package org.graphgarden.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.graphgarden.kafka.KafkaClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the cluster how far the consumer group that profiles changes has come, and paces pushes by it. */
final class ProfileProgress implements Pace.Source, ProfilePace.Profiled, ProfilePace.Timer {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileProgress.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final String group;
    private boolean refused;
    private @Nullable Admin admin;

    ProfileProgress(KafkaClients clients, String group) {
        this.clients = clients;
        this.group = group;
    }

    @Override
    public Pace begin(String garden) {
        return new ProfilePace(garden, this, this);
    }

    /** Nothing is known when the cluster does not answer or does not want to. */
    @Override
    public synchronized Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            Admin asked = admin == null ? clients.admin() : admin;
            admin = asked;
            asked.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition, offset.offset());
                        }
                    });
            refused = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            if (!refused) {
                LOG.warn("it is not known how far {} has come: {}", group, String.valueOf(e.getMessage()));
                refused = true;
            }
        }
        return offsets;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
