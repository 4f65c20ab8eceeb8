package org.graphgarden.standalone.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.events.LinkState;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.CatalogueSchemas;
import org.graphgarden.registry.PortableSchemas;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.standalone.broker.RunningBroker;
import org.graphgarden.standalone.registry.RealRegistry;
import org.graphgarden.standalone.registry.RegistryInstallation;
import org.graphgarden.standalone.registry.RegistryOptions;
import org.graphgarden.standalone.registry.RegistryProcess;
import org.graphgarden.topics.GardenPartitioner;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/** The real broker and the real registry, and what this build and a later one write there. */
final class Streams implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Topic TOPIC = Topic.ENRICHED_PATTERNS;

    private final RunningBroker broker;
    private final RegistryProcess registry;
    private final SchemaRegistry schemas;

    private Streams(RegistryInstallation installation, Path folder) throws IOException {
        broker = new RunningBroker(folder, "unused");
        registry = RegistryProcess.start(
                installation, new RegistryOptions(bootstrapServers(), folder.resolve("registry"), 0, DEADLINE));
        schemas = SchemaRegistries.forUrl(registry.url());
        CatalogueSchemas.register(schemas);
    }

    static Streams start(Path folder) throws IOException {
        return new Streams(RealRegistry.installation(), folder);
    }

    String bootstrapServers() {
        return String.valueOf(broker.clients().properties().get("bootstrap.servers"));
    }

    String registryUrl() {
        return registry.url();
    }

    /** As this build writes it: in a transaction. Without a title the pattern is removed. */
    void write(String garden, String slug, @Nullable String title) {
        try (Producer<String, EnrichedPattern> producer = clients().producer("examples-test")) {
            producer.initTransactions();
            producer.beginTransaction();
            EnrichedPattern value = title == null ? null : pattern(garden, slug, title);
            producer.send(new ProducerRecord<>(TOPIC.topicName(), RecordKeys.ofPattern(garden, slug), value));
            producer.commitTransaction();
        }
    }

    /** As a later version writes it, whose schema has a field more. */
    void writeLater(String garden, String slug, String title) throws IOException {
        Schema now = PortableSchemas.of(TOPIC.schema());
        Schema later = new Schema.Parser()
                .parse(now.toString()
                        .replaceFirst(
                                "\"fields\":\\[",
                                "\"fields\":[{\"name\":\"addedLater\",\"type\":\"string\",\"default\":\"\"},"));
        byte[] written = new byte[0];
        try (var serializer = clients().serdes().<EnrichedPattern>serializer()) {
            written = serializer.serialize(TOPIC.topicName(), pattern(garden, slug, title));
        }
        GenericRecord record = new GenericDatumReader<GenericRecord>(now, later)
                .read(null, DecoderFactory.get().binaryDecoder(written, 5, written.length - 5, null));
        record.put("addedLater", "new");
        send(new ProducerRecord<>(TOPIC.topicName(), RecordKeys.ofPattern(garden, slug), encode(later, record)));
    }

    /** What nobody can read, and then a link. */
    void writeNonsenseAndLink(String garden, String slug) {
        String topic = Topic.CANDIDATE_LINKS.topicName();
        String key = RecordKeys.ofPattern(garden, slug);
        send(new ProducerRecord<>(topic, key, new byte[] {1, 2, 3, 4, 5, 6}));
        try (Producer<String, CandidateLink> producer = clients().producer()) {
            CandidateLink link = CandidateLink.newBuilder()
                    .setState(LinkState.OBSERVED)
                    .setTarget("elm")
                    .setType("enables")
                    .setConfidence(0.9)
                    .build();
            producer.send(new ProducerRecord<>(topic, key, link));
        }
    }

    private byte[] encode(Schema schema, GenericRecord record) throws IOException {
        int id = schemas.register(TOPIC.subject(), schema);
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = new HashMap<>(clients().properties());
        settings.put("compression.type", "lz4");
        settings.put("partitioner.class", GardenPartitioner.class);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private static EnrichedPattern pattern(String garden, String slug, String title) {
        return EnrichedPattern.newBuilder()
                .setGarden(garden)
                .setSlug(slug)
                .setTitle(title)
                .setLinks(List.of(Link.newBuilder()
                        .setTarget("rain-barrel")
                        .setType("enables")
                        .setConfidence(0.876543)
                        .setReason("Both keep water, and water, and water.")
                        .build()))
                .build();
    }

    private KafkaClients clients() {
        return new KafkaClients(broker.clients().properties(), schemas);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
