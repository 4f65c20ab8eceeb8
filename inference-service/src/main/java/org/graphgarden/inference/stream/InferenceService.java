package org.graphgarden.inference.stream;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.graphgarden.inference.chat.AnswerDesk;
import org.graphgarden.inference.chat.LanguageModelUse;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.profile.ProfileBuilder;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.topics.GardenPartitioner;
import org.graphgarden.topics.TopicCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology until it is closed. */
public final class InferenceService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InferenceService.class);
    static final String APPLICATION_ID = "graph-garden-inference";

    /**
     * A transaction holds a slice of work or some profiles, far less. Readers of what is committed wait as long when a process is
     * killed, for the transactional ids of Kafka Streams are each process's own.
     */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final Optional<AnswerDesk> desk;
    /** Opens gardens beside the stream threads; a small one need not wait until a large one is open. */
    private final ExecutorService opener = Executors.newFixedThreadPool(2, InferenceService::openerThread);

    /** The same without a language model. */
    public InferenceService(
            InferenceSettings settings,
            KafkaClients clients,
            SentenceModel sentences,
            GardenInference.Models models,
            Path stateFolder,
            InferenceListener listener,
            Consumer<Throwable> onFailure) {
        this(settings, clients, sentences, models, stateFolder, listener, Optional.empty(), onFailure);
    }

    /**
     * Builds the topology; nothing runs before {@link #start()}.
     *
     * @param sentences called from several threads at once
     * @param stateFolder folder for store files; what is lost there is restored from the changelogs
     * @param languageModel asked about links, if any
     * @param onFailure told once when the topology cannot go on
     */
    public InferenceService(
            InferenceSettings settings,
            KafkaClients clients,
            SentenceModel sentences,
            GardenInference.Models models,
            Path stateFolder,
            InferenceListener listener,
            Optional<LanguageModelUse> languageModel,
            Consumer<Throwable> onFailure) {
        Optional<Counsel> counsel =
                languageModel.map(use -> new Counsel(use.settings().rules(), use.open(clients, listener)));
        desk = counsel.map(Counsel::desk);
        Profiler profiler = new DocumentProfiler(new ProfileBuilder(sentences));
        Pace pace = new Pace(System::nanoTime);
        GardenTask.Setup gardens = new GardenTask.Setup(
                counsel.map(asked -> Counsel.named(models, asked.rules())).orElse(models),
                EpochRule.ofShare(settings.epochShare()),
                settings.observeThreshold(),
                opener,
                Room.inHeap(Runtime.getRuntime().maxMemory()),
                listener,
                pace,
                counsel);
        Postbox postbox = new Postbox(clients.serdes(), listener, Clock.systemUTC());
        Topology topology = InferenceTopology.build(clients.serdes(), profiler, gardens, postbox.poison());
        Properties properties = properties(settings, clients, stateFolder);
        properties.putAll(handlers(postbox));
        streams = new KafkaStreams(topology, properties, new PacedClients(pace));
        streams.setUncaughtExceptionHandler(failure -> {
            if (postbox.poison().isBehind(failure)) {
                LOG.error("a record is left out from now on, because it cannot be processed", failure);
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            if (SchemaRegistryUnavailableException.isBehind(failure)) {
                LOG.warn("inference waits for the schema registry: {}", failure.getMessage());
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            LOG.error("inference stops", failure);
            onFailure.accept(failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    private static Thread openerThread(Runnable work) {
        Thread thread = new Thread(work, "open-gardens");
        thread.setDaemon(true);
        return thread;
    }

    private static Properties properties(InferenceSettings settings, KafkaClients clients, Path stateFolder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 200);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.POLL_MS_CONFIG, Pace.QUIET.toMillis());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.putAll(clients.properties());
        properties.putAll(fixed(settings, stateFolder));
        return properties;
    }

    /** Who hears of records that cannot be processed. The producer places what they write: it goes past the sinks. */
    static Map<String, Object> handlers(Postbox postbox) {
        return Map.of(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                UnreadableRecords.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                FailedRecords.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                UnwritableRecords.class,
                StreamsConfig.producerPrefix(ProducerConfig.PARTITIONER_CLASS_CONFIG),
                GardenPartitioner.class,
                Postbox.SETTING,
                postbox);
    }

    /** What correctness rests on, whatever the pass-through settings say. */
    private static Map<String, Object> fixed(InferenceSettings settings, Path stateFolder) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APPLICATION_ID,
                StreamsConfig.STATE_DIR_CONFIG,
                stateFolder.toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                settings.threads(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                BoundedRocksDb.class,
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                TopicCatalogue.MAX_MESSAGE_BYTES,
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                (int) TRANSACTION_TIMEOUT.toMillis(),
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                TopicCatalogue.MAX_MESSAGE_BYTES);
    }

    public void start() {
        streams.start();
    }

    /** Whether its threads run. */
    public boolean alive() {
        return streams.state().isRunningOrRebalancing();
    }

    /** Whether its partitions are assigned and their state is restored. */
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether one of its threads works on this partition, or is restoring its state. */
    public boolean owns(TopicPartition partition) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .anyMatch(task -> task.topicPartitions().contains(partition));
    }

    /** Records that wait to be read, as far as the brokers have told; 0 when there are none. */
    public long lag() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(lag -> lag > 0)
                .mapToLong(lag -> (long) lag)
                .sum();
    }

    /** For its metrics. */
    KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        // Who takes over, or comes again, need not wait until the group misses us.
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(LEAVE_GROUP));
        opener.shutdownNow();
        desk.ifPresent(AnswerDesk::close);
    }
}
