package org.graphgarden.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.graphgarden.events.PushClosed;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.registry.CatalogueSchemas;
import org.graphgarden.registry.HttpSchemaRegistry;
import org.graphgarden.registry.PortableSchemas;
import org.graphgarden.registry.RegisteredSchema;
import org.graphgarden.registry.SchemaRegistries;
import org.graphgarden.registry.SchemaRegistry;
import org.graphgarden.registry.SchemaRegistryException;
import org.graphgarden.registry.SchemaRegistryUnavailableException;
import org.graphgarden.settings.CommonSettings;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.Declarations;
import org.graphgarden.standalone.broker.BrokerProcess;
import org.graphgarden.standalone.broker.RunFolder;
import org.graphgarden.standalone.child.Orphan;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicProvisioner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real registry on the real broker, with our client and with Apicurio's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryProcessTest {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Topic TOPIC = Topic.PUSHES_CLOSED;

    private final RegistryInstallation installation = RealRegistry.installation();
    private final Path temp;
    private final RunFolder run;
    private final BrokerProcess broker;
    private RegistryProcess registry;

    RegistryProcessTest(@TempDir Path temp) throws IOException {
        this.temp = temp;
        this.run = RunFolder.create(temp);
        this.broker = BrokerProcess.start(run, DEADLINE);
        this.registry = RegistryProcess.start(installation, options(0));
        try (Admin admin = clients(Map.of()).admin()) {
            new TopicProvisioner(admin, new TopicCatalogue(1, 2, (short) -1)).provision();
        }
    }

    @AfterAll
    void close() {
        registry.close();
        broker.close();
        run.close();
    }

    @Test
    void shouldTakeAllSchemasAndHoldThemToTheirLevel() {
        // when
        HttpSchemaRegistry client = (HttpSchemaRegistry) SchemaRegistries.forUrl(registry.url());
        CatalogueSchemas.register(client);
        // then
        assertThat(Topic.values()).allSatisfy(topic -> {
            RegisteredSchema latest = client.latest(topic.subject()).orElseThrow();
            assertThat(latest.schema()).isEqualTo(PortableSchemas.of(topic.schema()));
            assertThat(client.byId(latest.id())).isEqualTo(latest.schema());
            assertThat(client.compatibilityLevel(topic.subject())).contains("FULL_TRANSITIVE");
        });
    }

    @Test
    void shouldTakeACompatibleVersionAndRefuseAnother() {
        // given
        SchemaRegistry client = SchemaRegistries.forUrl(registry.url());
        Schema first = schema("{'name': 'a', 'type': 'string', 'default': ''}");
        Schema second = schema(
                "{'name': 'a', 'type': 'string', 'default': ''}, " + "{'name': 'b', 'type': 'long', 'default': 0}");
        Schema clashing = schema("{'name': 'a', 'type': 'long', 'default': 0}");
        int id = client.register("evolving-value", first);
        // when
        int next = client.register("evolving-value", second);
        // then
        assertThat(next).isNotEqualTo(id);
        assertThat(client.latest("evolving-value")).contains(new RegisteredSchema(next, 2, second));
        assertThat(client.find("evolving-value", first)).contains(new RegisteredSchema(id, 1, first));
        assertThat(client.find("evolving-value", clashing)).isEmpty();
        assertThat(client.problems("evolving-value", clashing)).isNotEmpty();
        assertThatThrownBy(() -> client.register("evolving-value", clashing))
                .isExactlyInstanceOf(SchemaRegistryException.class)
                .hasMessageContainingAll("evolving-value", registry.url(), "409");
        assertThat(client.find("none-value", first)).isEmpty();
        assertThat(client.latest("none-value")).isEmpty();
    }

    @Test
    void shouldKeepItsDataWhenKilledAndServeReadersThatKnowTheSchemaMeanwhile() throws Exception {
        // given a record that was written and read
        KafkaClients clients = clients(Map.of());
        try (Consumer<String, PushClosed> reader = clients.reader()) {
            write(clients, "before");
            readUntil(reader, "before");
            // when
            CompletableFuture<String> death = registry.death();
            ProcessHandle.of(registry.pid()).orElseThrow().destroyForcibly();
            assertThat(death).succeedsWithin(DEADLINE).asString().startsWith("exit code 137");
            // then who knows the schema goes on
            write(clients, "meanwhile");
            readUntil(reader, "meanwhile");
        }
        // and who does not know it waits for a successor on the same port, which knows what was there
        try (Consumer<String, PushClosed> reader =
                clients(Map.of("schema-registry.patience", "0s")).reader()) {
            assertThatThrownBy(() -> readUntil(reader, "before"))
                    .isInstanceOf(RecordDeserializationException.class)
                    .matches(SchemaRegistryUnavailableException::isBehind);
            registry = RegistryProcess.start(installation, options(registry.port()));
            readUntil(reader, "before");
        }
    }

    @Test
    void shouldKeepItsJournalForEver() throws Exception {
        try (Admin admin = clients(Map.of()).admin()) {
            ConfigResource journal = new ConfigResource(ConfigResource.Type.TOPIC, RegistryTopics.JOURNAL);
            Config config = Objects.requireNonNull(admin.describeConfigs(List.of(journal))
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .get(journal));
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
        }
    }

    @Test
    void shouldLeaveRoomForSerializersOfOthers() {
        // given clients with Apicurio's own serializers, which speak another protocol to the same registry
        Map<String, Object> foreign = Map.of(
                "schema-registry.serializer-class", AvroKafkaSerializer.class.getName(),
                "schema-registry.deserializer-class", AvroKafkaDeserializer.class.getName(),
                "kafka.apicurio.registry.url", registry.root() + "/apis/registry/v2",
                "kafka.apicurio.registry.auto-register", "true",
                "kafka.apicurio.registry.headers.enabled", "false",
                "kafka.apicurio.registry.as-confluent", "true",
                "kafka.apicurio.registry.use-id", "contentId",
                "kafka.apicurio.registry.use-specific-avro-reader", "true");
        // when
        write(clients(foreign), "theirs");
        write(clients(Map.of()), "ours");
        // then each reads both
        for (Map<String, Object> settings : List.of(foreign, Map.<String, Object>of())) {
            try (Consumer<String, PushClosed> reader = clients(settings).reader()) {
                readUntil(reader, "theirs");
                readUntil(reader, "ours");
            }
        }
    }

    @Test
    void shouldLeaveInterruptsOfTheTerminalToTheParent() throws Exception {
        // when
        new ProcessBuilder("kill", "-INT", Long.toString(registry.pid()))
                .start()
                .waitFor();
        // then
        assertThat(registry.death())
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .isInstanceOf(TimeoutException.class);
        assertThat(SchemaRegistries.forUrl(registry.url()).latest("none-value")).isEmpty();
    }

    @Test
    void shouldEndWhenTheParentDies() throws Exception {
        // when
        Orphan orphan = Orphan.of(
                Parent.class,
                installation.folder().toString(),
                broker.bootstrapServers(),
                temp.resolve("orphan").toString());
        // then
        await().atMost(DEADLINE).until(orphan::isGone);
    }

    @Test
    void shouldRefuseAPortOfSomebodyElse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // given
            RegistryOptions options = new RegistryOptions(
                    broker.bootstrapServers(), temp.resolve("hindered"), taken.getLocalPort(), DEADLINE);
            // then
            assertThatThrownBy(() -> RegistryProcess.start(installation, options))
                    .isInstanceOf(RegistryProcessException.class)
                    .hasMessageContainingAll("port " + taken.getLocalPort(), "in use");
        }
    }

    private RegistryOptions options(int port) {
        return new RegistryOptions(broker.bootstrapServers(), temp.resolve("registry"), port, DEADLINE);
    }

    private KafkaClients clients(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("kafka.bootstrap.servers", broker.bootstrapServers());
        all.put("schema-registry.url", registry.url());
        return CommonSettings.kafka(Configuration.of(all, Declarations.with()));
    }

    private static void write(KafkaClients clients, String repository) {
        try (Producer<String, PushClosed> producer = clients.producer()) {
            PushClosed closed =
                    PushClosed.newBuilder().setRepository(repository).build();
            producer.send(new ProducerRecord<>(TOPIC.topicName(), "garden/#" + repository, closed));
        }
    }

    /** Reads on, at first from the beginning, until a record of this repository has come. */
    private static void readUntil(Consumer<String, PushClosed> reader, String repository) {
        if (reader.assignment().isEmpty()) {
            List<TopicPartition> partition = List.of(new TopicPartition(TOPIC.topicName(), 0));
            reader.assign(partition);
            reader.seekToBeginning(partition);
        }
        await().atMost(DEADLINE).until(() -> next(reader).filter(repository::equals), Optional::isPresent);
    }

    /** The repository of the next record; goes on behind it, so that none is skipped. */
    private static Optional<String> next(Consumer<String, PushClosed> reader) {
        for (ConsumerRecord<String, PushClosed> record : reader.poll(Duration.ofMillis(200))) {
            reader.seek(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            return Optional.of(record.value().getRepository());
        }
        return Optional.empty();
    }

    private static Schema schema(String fields) {
        String json = "{'type': 'record', 'name': 'Evolving', 'fields': [" + fields + "]}";
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }

    /** Starts a registry, prints its process id and waits. */
    static final class Parent {
        public static void main(String[] args) throws InterruptedException {
            RegistryProcess registry = RegistryProcess.start(
                    new RegistryInstallation(Path.of(args[0])),
                    new RegistryOptions(args[1], Path.of(args[2]), 0, DEADLINE));
            System.out.println(registry.pid());
            System.out.flush();
            while (List.of(args).size() > 0) {
                Thread.sleep(Duration.ofMinutes(1).toMillis());
            }
        }
    }
}
