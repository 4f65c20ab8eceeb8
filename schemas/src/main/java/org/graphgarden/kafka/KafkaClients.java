package org.graphgarden.kafka;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.registry.ValueSerdes;
import org.graphgarden.topics.GardenPartitioner;
import org.graphgarden.topics.TopicCatalogue;

/**
 * Makes Kafka clients, all alike: string keys, Avro values, records placed as the catalogue says. What correctness
 * rests on (acknowledgements, idempotence, isolation, explicit commits) cannot be configured away; the rest can. Who
 * makes a client closes it.
 */
public final class KafkaClients {

    private final Map<String, Object> properties;
    private final ValueSerdes serdes;
    private final ClientObserver observer;

    /**
     * Clients for one cluster.
     *
     * @param properties settings that go to every client as they are, {@code bootstrap.servers} among them; secrets in
     *     them are resolved already
     */
    public KafkaClients(Map<String, ?> properties, ValueSerdes serdes) {
        this(properties, serdes, ClientObserver.NONE);
    }

    private KafkaClients(Map<String, ?> properties, ValueSerdes serdes, ClientObserver observer) {
        if (!properties.containsKey(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException("kafka.bootstrap.servers is missing: set it to host:port");
        }
        this.properties = new TreeMap<>(properties);
        this.serdes = serdes;
        this.observer = observer;
    }

    /** The same with this project's own serializers. */
    public KafkaClients(Map<String, ?> properties, SchemaRegistry registry) {
        this(properties, ValueSerdes.of(registry));
    }

    /** The same, but somebody is told of every producer and every member of a consumer group. */
    public KafkaClients observedBy(ClientObserver newObserver) {
        return new KafkaClients(properties, serdes, newObserver);
    }

    /** The same, but with some settings replaced. */
    public KafkaClients with(Map<String, ?> settings) {
        Map<String, Object> merged = properties();
        merged.putAll(settings);
        return new KafkaClients(merged, serdes, observer);
    }

    /** The settings that go to every client, such as Kafka Streams needs them; a copy. May hold secrets. */
    public Map<String, Object> properties() {
        return new HashMap<>(properties);
    }

    /** What writes and reads the values, for who makes clients in other ways. */
    public ValueSerdes serdes() {
        return serdes;
    }

    /** A producer without transactions. */
    public <T extends SpecificRecord> Producer<String, T> producer() {
        return new ObservedProducer<>(producerSettings(), serdes.keySerializer(), serdes.serializer(), observer);
    }

    /** A producer for transactions; {@code initTransactions} is the caller's. */
    public <T extends SpecificRecord> Producer<String, T> producer(String transactionalId) {
        Map<String, Object> settings = producerSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new ObservedProducer<>(settings, serdes.keySerializer(), serdes.serializer(), observer);
    }

    /** The same for bytes as they are; {@link #serdes} makes them of our records. */
    public Producer<byte[], byte[]> rawProducer(String transactionalId) {
        Map<String, Object> settings = producerSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The same as {@link #reader}, for bytes as they are. */
    public Consumer<byte[], byte[]> rawReader() {
        Map<String, Object> settings = consumerSettings(IsolationLevel.READ_COMMITTED);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A member of a consumer group. Nothing is committed but by the caller; a new group starts at the beginning. When members come
     * and go, only what moves to another is taken away; work on the rest goes on.
     */
    public <T extends SpecificRecord> Consumer<String, T> consumer(String groupId, IsolationLevel isolation) {
        Map<String, Object> settings = consumerSettings(isolation);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.putIfAbsent(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new ObservedConsumer<>(settings, serdes.deserializer(), observer);
    }

    /** A consumer without a group, which reads what is committed from the partitions that the caller assigns. */
    public <T extends SpecificRecord> Consumer<String, T> reader() {
        Map<String, Object> settings = consumerSettings(IsolationLevel.READ_COMMITTED);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new StringDeserializer(), serdes.deserializer());
    }

    public Admin admin() {
        return Admin.create(properties());
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = properties();
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalogue.MAX_MESSAGE_BYTES);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, GardenPartitioner.class);
        return settings;
    }

    private Map<String, Object> consumerSettings(IsolationLevel isolation) {
        Map<String, Object> settings = properties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
