package org.graphgarden.standalone.watch;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.Partitioning;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * Follows a topic as others commit to it. It joins no group and commits nothing, so nobody notices it. One thread runs it;
 * any other may stop it.
 */
public final class TopicWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    /** How long the broker may take to tell about the topic. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WatchOptions options;
    private final Consumer<String, SpecificRecord> consumer;

    /** Nothing is asked before {@link #run}. */
    public TopicWatch(KafkaClients clients, WatchOptions options) {
        this.options = options;
        this.consumer = clients.reader();
    }

    /**
     * Tells of records until the limit is reached, the listener has enough or somebody stops it. A record that cannot be read is
     * told of and left out; one whose schema cannot be had now is waited for.
     *
     * @throws UnknownTopicOrPartitionException when there is no such topic
     * @throws org.apache.kafka.common.errors.TimeoutException when the broker does not answer
     */
    public void run(WatchListener listener) {
        try {
            seek();
            listener.watching();
            for (long left = options.limit().map(Integer::longValue).orElse(Long.MAX_VALUE); left > 0; ) {
                left = show(listener, left);
            }
        } catch (WakeupException e) {
            // Somebody stopped it.
        }
    }

    /** Ends {@link #run} soon. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void seek() {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        if (options.fromBeginning()) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy; what is written from now on must not be missed.
        partitions.forEach(partition -> consumer.position(partition, PATIENCE));
    }

    /** A garden's records are in one partition, where the garden decides. */
    private List<TopicPartition> partitions() {
        Topic topic = options.topic();
        List<PartitionInfo> all = consumer.partitionsFor(topic.topicName(), PATIENCE);
        if (all == null || all.isEmpty()) {
            throw new UnknownTopicOrPartitionException("topic " + topic.topicName() + " is missing");
        }
        return all.stream()
                .map(PartitionInfo::partition)
                .filter(partition -> topic.partitioning() == Partitioning.WHOLE_KEY
                        || options.garden().isEmpty()
                        || partition == topic.partition(options.garden().get(), all.size()))
                .sorted()
                .map(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    /** How many are left to show. */
    private long show(WatchListener listener, long left) {
        long still = left;
        try {
            for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
                if (still > 0 && isWanted(record)) {
                    still = listener.read(record) ? still - 1 : 0;
                }
            }
        } catch (RecordDeserializationException e) {
            pass(e, listener);
        }
        return still;
    }

    private void pass(RecordDeserializationException e, WatchListener listener) {
        if (SchemaRegistryUnavailableException.isBehind(e)) {
            listener.trouble("waiting for the schema registry: " + reason(e));
            return;
        }
        TopicPartition partition = e.topicPartition();
        listener.trouble("left out " + partition + " offset " + e.offset() + ": " + reason(e));
        consumer.seek(partition, e.offset() + 1);
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private boolean isWanted(ConsumerRecord<String, SpecificRecord> record) {
        return options.garden().isEmpty()
                || record.key() != null
                        && RecordKeys.garden(record.key())
                                .equals(options.garden().get());
    }
}
