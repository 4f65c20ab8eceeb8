package org.graphgarden.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.registry.MockSchemaRegistry;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.graphgarden.topics.TopicCatalogue;
import org.graphgarden.topics.TopicMismatchException;
import org.graphgarden.topics.TopicProvisioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBrokerTest {

    private static final TopicCatalogue CATALOGUE = new TopicCatalogue(3, 4, (short) 1);

    private final TestBroker broker;
    private final KafkaClients clients;
    private final Admin admin;

    RealBrokerTest(@TempDir Path folder) throws IOException {
        broker = TestBroker.start(folder);
        clients = new KafkaClients(
                Map.of("bootstrap.servers", broker.bootstrapServers()), MockSchemaRegistry.scope("real-broker-test"));
        admin = clients.admin();
    }

    @BeforeAll
    void makeTopics() throws Exception {
        // One topic was made by somebody else, and differently.
        NewTopic foreign = new NewTopic(Topic.PUSHES.topicName(), 2, (short) 1)
                .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "1000"));
        admin.createTopics(List.of(foreign)).all().get();
        assertThatThrownBy(() -> new TopicProvisioner(admin, CATALOGUE).provision())
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining(
                        "topic garden.pushes: partition count is 2, but has to be 3; set topics.garden-partitions")
                .hasMessageContaining(
                        "topic garden.pushes: cleanup.policy is compact, but has to be delete; run kafka-configs")
                .hasMessageContaining(
                        "topic garden.pushes: max.message.bytes is 1000, but has to be 2097152; run kafka-configs");
        admin.deleteTopics(List.of(Topic.PUSHES.topicName())).all().get();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (admin.listTopics().names().get().contains(Topic.PUSHES.topicName()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    void stop() {
        admin.close();
        broker.close();
        MockSchemaRegistry.dropScope("real-broker-test");
    }

    @Test
    void shouldFindNothingToSayWhenTheTopicsAreItsOwn() {
        TopicProvisioner provisioner = new TopicProvisioner(admin, CATALOGUE);
        List<Topic> all = List.of(Topic.values());
        provisioner.provision(all);
        assertThat(provisioner.provision(all)).isEmpty();
    }

    @Test
    void shouldReadOneGardensCommittedRecordsInOrder() {
        // given
        try (Producer<String, PatternProfile> producer = clients.producer("reader-test")) {
            producer.initTransactions();
            producer.beginTransaction();
            List.of("a", "b", "a").forEach(slug -> send(producer, "one", slug, profile(slug)));
            send(producer, "other", "c", profile("c"));
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, "one", "b", null);
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, "one", "lost", profile("lost"));
            producer.abortTransaction();
        }
        TopicReader reader = TopicReader.settled(clients);

        // then
        assertThat(reader.readToEnd(Topic.PATTERN_PROFILES, "one", PatternProfile.class))
                .extracting(ConsumerRecord::key)
                .containsExactly("one/a", "one/b", "one/a", "one/b");
        assertThat(reader.readTable(Topic.PATTERN_PROFILES, "one", PatternProfile.class))
                .isEqualTo(Map.of("one/a", profile("a")));
        assertThat(reader.readTable(Topic.PATTERN_PROFILES, "nobody", PatternProfile.class))
                .isEmpty();
    }

    @Test
    void shouldMissNothingThatWasCommittedBehindAnOpenTransactionWhenItWaitsForItsEnd() {
        try (Producer<String, PatternProfile> slow = clients.producer("slow");
                Producer<String, PatternProfile> quick = clients.producer("quick")) {
            // given
            slow.initTransactions();
            slow.beginTransaction();
            send(slow, "settled", "a", profile("a"));
            slow.flush();
            quick.initTransactions();
            quick.beginTransaction();
            send(quick, "settled", "b", profile("b"));
            quick.commitTransaction();

            // when
            CompletableFuture<List<String>> waiting =
                    CompletableFuture.supplyAsync(() -> keys(TopicReader.settled(clients)));
            List<String> atOnce = keys(new TopicReader(clients));
            slow.commitTransaction();

            // then
            assertThat(atOnce).isEmpty();
            assertThat(waiting.join()).containsExactly("settled/a", "settled/b");
        }
    }

    private static List<String> keys(TopicReader reader) {
        return reader.readToEnd(Topic.PATTERN_PROFILES, "settled", PatternProfile.class).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    @Test
    void shouldCarryTheLargestFileThere() {
        // given: bytes that do not compress
        byte[] content = new byte[768 * 1024];
        new java.util.Random(1).nextBytes(content);
        PatternChange change = PatternChange.newBuilder()
                .setSlug("big")
                .setContent(ByteBuffer.wrap(content))
                .build();
        String key = RecordKeys.ofPattern("one", "big");

        // when
        try (Producer<String, PatternChange> producer = clients.producer()) {
            producer.send(new ProducerRecord<>(Topic.PATTERN_CHANGES.topicName(), key, change));
        }

        // then
        List<ConsumerRecord<String, PatternChange>> read =
                TopicReader.settled(clients).readToEnd(Topic.PATTERN_CHANGES, "one", PatternChange.class);
        assertThat(read).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo(change);
            assertThat(record.partition()).isEqualTo(Topic.PATTERN_CHANGES.partition(key, 4));
        });
    }

    private static void send(
            Producer<String, PatternProfile> producer, String garden, String slug, @Nullable PatternProfile value) {
        producer.send(
                new ProducerRecord<>(Topic.PATTERN_PROFILES.topicName(), RecordKeys.ofPattern(garden, slug), value));
    }

    private static PatternProfile profile(String slug) {
        return PatternProfile.newBuilder().setSlug(slug).build();
    }
}
