package org.graphgarden.standalone.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions of a broker that hang: open in a partition, while their coordinator has done with them. A broker that is
 * killed twice within seconds can leave such ones, and whoever reads what is committed would stop there for good. Kafka's own remedy is
 * a tool for operators, {@code kafka-transactions.sh find-hanging} and {@code abort} (KIP-664); a broker that is nobody's but ours is
 * looked after. Not for clusters that others use.
 *
 * <p>What is alive is never ended: a transaction is known to its coordinator before its first record is in a partition, and only one
 * that no look found there for longer than it may live, and a while more, is ended.
 */
public final class HangingTransactions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

    private static final Duration LOOK = Duration.ofSeconds(10);

    /** Any longer the broker's default {@code transaction.max.timeout.ms} allows to nobody. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** A coordinator that has still to do with a transaction tells its partitions in time. */
    private static final Set<TransactionState> GOES_ON = Set.of(
            TransactionState.ONGOING,
            TransactionState.PREPARE_COMMIT,
            TransactionState.PREPARE_ABORT,
            TransactionState.PREPARE_EPOCH_FENCE,
            TransactionState.UNKNOWN);

    private final Admin admin;
    private final Suspects suspects = new Suspects();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "hanging-transactions");
        thread.setDaemon(true);
        return thread;
    });

    HangingTransactions(Admin admin) {
        this.admin = admin;
    }

    /** Looks every ten seconds until it is closed, which closes the client as well. */
    public static HangingTransactions watch(Admin admin) {
        HangingTransactions watch = new HangingTransactions(admin);
        watch.looks.scheduleWithFixedDelay(watch::lookQuietly, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /**
     * A transaction as a partition sees it.
     *
     * @param start offset of its first record
     */
    record Open(TopicPartition partition, long producer, int epoch, int coordinatorEpoch, long start) {}

    /**
     * What coordinators know.
     *
     * @param goingOn producers whose transaction goes on
     * @param timeouts by producer: how long its transactions may live
     */
    record Known(Set<Long> goingOn, Map<Long, Duration> timeouts) {
        Duration timeout(Open transaction) {
            return timeouts.getOrDefault(transaction.producer(), LONGEST);
        }
    }

    private void lookQuietly() {
        try {
            look(System.nanoTime());
        } catch (ExecutionException | RuntimeException e) {
            LOG.debug("transactions cannot be looked at", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what has hung for too long at this moment of the process's clock, and returns it. */
    List<Open> look(long nanos) throws ExecutionException, InterruptedException {
        // In this order: what has begun in between is not among the open ones.
        List<Open> open = open();
        List<Open> overdue = suspects.overdue(open, open.isEmpty() ? new Known(Set.of(), Map.of()) : known(), nanos);
        for (Open transaction : overdue) {
            abort(transaction);
            LOG.warn("aborted a transaction of {} that a killed broker had left open", transaction.partition());
        }
        return overdue;
    }

    void abort(Open transaction) throws ExecutionException, InterruptedException {
        admin.abortTransaction(new AbortTransactionSpec(
                        transaction.partition(),
                        transaction.producer(),
                        (short) transaction.epoch(),
                        transaction.coordinatorEpoch()))
                .all()
                .get();
    }

    List<Open> open() throws ExecutionException, InterruptedException {
        List<Open> open = new ArrayList<>();
        for (Map.Entry<TopicPartition, PartitionProducerState> state :
                admin.describeProducers(partitions()).all().get().entrySet()) {
            for (ProducerState producer : state.getValue().activeProducers()) {
                producer.currentTransactionStartOffset()
                        .ifPresent(start -> open.add(new Open(
                                state.getKey(),
                                producer.producerId(),
                                producer.producerEpoch(),
                                producer.coordinatorEpoch().orElse(0),
                                start)));
            }
        }
        return open;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic :
                admin.describeTopics(names).allTopicNames().get().values()) {
            topic.partitions().forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition())));
        }
        return partitions;
    }

    private Known known() throws ExecutionException, InterruptedException {
        Map<Long, Duration> timeouts = new HashMap<>();
        Set<Long> goingOn = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (TransactionListing listing : admin.listTransactions().all().get()) {
            ids.add(listing.transactionalId());
            if (GOES_ON.contains(listing.state())) {
                goingOn.add(listing.producerId());
            }
        }
        admin.describeTransactions(ids)
                .all()
                .get()
                .values()
                .forEach(each -> timeouts.put(each.producerId(), Duration.ofMillis(each.transactionTimeoutMs())));
        return new Known(goingOn, timeouts);
    }

    @Override
    public void close() {
        looks.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
