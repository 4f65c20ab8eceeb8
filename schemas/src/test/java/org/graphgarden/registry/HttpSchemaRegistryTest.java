package org.graphgarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {

    private static final String SUBJECT = "one-value";
    private static final Schema FIRST = fields("a");
    private static final Schema SECOND = fields("a", "b");
    private static final Schema CLASHING = SchemaBuilder.record("R")
            .fields()
            .name("a")
            .type()
            .longType()
            .longDefault(0)
            .endRecord();

    private final RegistryServer server = RegistryServer.start();
    private final ScriptedPacer pacer = new ScriptedPacer();
    private final HttpSchemaRegistry registry = client(options(server.url()));

    HttpSchemaRegistryTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldRegisterOnceAndRemember() {
        // when
        int id = registry.register(SUBJECT, FIRST);
        server.forgetRequests();

        // then
        assertThat(registry.register(SUBJECT, FIRST)).isEqualTo(id);
        assertThat(registry.find(SUBJECT, FIRST)).contains(new RegisteredSchema(id, 1, FIRST));
        assertThat(registry.byId(id)).isEqualTo(FIRST);
        assertThat(server.requests()).isEmpty();
        assertThat(server.schemas().byId(id)).isEqualTo(FIRST);
    }

    @Test
    void shouldHoldSubjectsToFullTransitiveBeforeAnythingIsAdded() {
        // when
        registry.register(SUBJECT, FIRST);

        // then
        assertThat(registry.compatibilityLevel(SUBJECT)).contains("FULL_TRANSITIVE");
        assertThat(server.requests()).containsSubsequence("PUT /config/one-value", "POST /subjects/one-value/versions");
    }

    @Test
    void shouldLeaveTheLevelAloneWhenTheRegistryHasItForAllSubjects() {
        // given
        server.setGlobalLevel("FULL_TRANSITIVE");

        // when
        registry.register(SUBJECT, FIRST);

        // then
        assertThat(server.level(SUBJECT)).isEmpty();
    }

    @Test
    void shouldRegisterAllTheSameWhenOnlyAdministratorsSetLevels() {
        // given
        server.reserveLevelsForAdministrators();

        // when
        int id = registry.register(SUBJECT, FIRST);

        // then
        assertThat(registry.byId(id)).isEqualTo(FIRST);
        assertThat(registry.compatibilityLevel(SUBJECT)).contains("BACKWARD");
    }

    @Test
    void shouldOnlyLookUpWhenTheSchemaIsThereAlready() {
        // given
        int id = server.schemas().register(SUBJECT, FIRST);

        // then
        assertThat(registry.register(SUBJECT, FIRST)).isEqualTo(id);
        assertThat(server.requests()).containsExactly("POST /subjects/one-value");
    }

    @Test
    void shouldSayWhatIsWrongWhenASchemaIsIncompatible() {
        // given
        registry.register(SUBJECT, FIRST);

        // then
        assertThatThrownBy(() -> registry.register(SUBJECT, CLASHING))
                .isExactlyInstanceOf(SchemaRegistryException.class)
                .hasMessageContainingAll("subject one-value", server.url().toString(), "409", "may only add fields");
        assertThat(registry.problems(SUBJECT, CLASHING))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("version 1"));
        assertThat(registry.problems(SUBJECT, SECOND)).isEmpty();
        assertThat(registry.problems("new-value", SECOND)).isEmpty();
    }

    @Test
    void shouldTellTheLatestVersionAndNothingOfUnknownSubjects() {
        // given
        registry.register(SUBJECT, FIRST);
        int id = registry.register(SUBJECT, SECOND);

        // then
        assertThat(registry.latest(SUBJECT)).contains(new RegisteredSchema(id, 2, SECOND));
        assertThat(registry.latest("none-value")).isEmpty();
        assertThat(registry.find("none-value", FIRST)).isEmpty();
        assertThatThrownBy(() -> registry.byId(77))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContainingAll("schema id 77", "schema-registry.url");
    }

    @Test
    void shouldEncodeSubjectsInPaths() {
        registry.find("a b/c-value", FIRST);
        assertThat(server.requests()).containsExactly("POST /subjects/a%20b%2Fc-value");
    }

    @Test
    void shouldNotRegisterWhenItMayNot() {
        // given
        HttpRegistryOptions open = options(server.url());
        HttpSchemaRegistry reading = client(new HttpRegistryOptions(
                open.urls(), open.credentials(), open.trustStore(), open.timeout(), open.patience(), false));

        // then
        assertThatThrownBy(() -> reading.register(SUBJECT, FIRST))
                .hasMessageContainingAll("subject one-value", "schema-registry.register is false");
        int id = server.schemas().register(SUBJECT, FIRST);
        assertThat(reading.register(SUBJECT, FIRST)).isEqualTo(id);
        assertThat(server.requests()).allMatch("POST /subjects/one-value"::equals);
    }

    @Test
    void shouldAskTheNextAddressWhenOneIsDeadAndStayWithIt() throws Exception {
        // given
        URI dead = URI.create("http://localhost:" + freePort());
        HttpSchemaRegistry two = client(options(dead, server.url()));
        server.answerNext(503, "", 1);

        // when
        int id = two.register(SUBJECT, FIRST);

        // then
        assertThat(server.schemas().byId(id)).isEqualTo(FIRST);
        assertThat(pacer.pauses).as("both failed once").hasSize(1);
    }

    @Test
    void shouldTryAgainWithGrowingPausesUntilPatienceEnds() {
        // given
        server.answerNext(503, "{\"error_code\": 50301, \"message\": \"not\\n now\"}", 1000);

        // then
        assertThatThrownBy(() -> registry.register(SUBJECT, FIRST))
                .isInstanceOf(SchemaRegistryUnavailableException.class)
                .hasMessageContainingAll(
                        "subject one-value", server.url().toString(), "status 503: not now", "schema-registry.url");
        assertThat(pacer.pauses.stream().map(Duration::toMillis))
                .startsWith(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
        assertThat(pacer.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThanOrEqualTo(HttpRegistryOptions.DEFAULT_PATIENCE)
                .isGreaterThan(Duration.ofSeconds(17));
    }

    @Test
    void shouldGoOnWhenTheRegistryComesBackInTime() throws Exception {
        // given a registry that starts during the third pause
        int port = freePort();
        List<RegistryServer> late = new ArrayList<>();
        pacer.onPause = number -> {
            if (number == 3) {
                late.add(RegistryServer.start(port));
            }
        };

        // when
        int id =
                client(options(URI.create("http://localhost:" + port + "/api"))).register(SUBJECT, FIRST);

        // then
        assertThat(late.get(0).schemas().byId(id)).isEqualTo(FIRST);
        late.get(0).close();
    }

    @Test
    void shouldNotWaitForBodiesThatNeverEnd() {
        // given
        server.answerNext(200, RegistryServer.STALL, 1);

        // when
        Optional<RegisteredSchema> latest = registry.latest("none-value");

        // then
        assertThat(latest).isEmpty();
        assertThat(pacer.pauses).hasSize(1);
    }

    @Test
    void shouldWorkOnWhileAwayWhenSchemasAreKnown() {
        // given
        String topic = Topic.PUSHES_CLOSED.topicName();
        AvroSerializer<PushClosed> serializer = new AvroSerializer<>(registry);
        HttpSchemaRegistry readers = client(options(server.url()));
        PushClosed closed = PushClosed.newBuilder().setRepository("r").build();
        byte[] bytes = Objects.requireNonNull(serializer.serialize(topic, closed));
        assertThat(new AvroDeserializer<>(readers).deserialize(topic, bytes)).isEqualTo(closed);

        // when
        server.close();

        // then
        assertThat(serializer.serialize(topic, closed)).isEqualTo(bytes);
        assertThat(new AvroDeserializer<>(readers).deserialize(topic, bytes)).isEqualTo(closed);
        bytes[4]++;
        assertThatThrownBy(() -> new AvroDeserializer<>(readers).deserialize(topic, bytes))
                .isInstanceOf(SerializationException.class)
                .hasCauseInstanceOf(SchemaRegistryUnavailableException.class);
    }

    @Test
    void shouldNeverRegisterFromADeserializer() {
        // given
        String topic = Topic.PUSHES_CLOSED.topicName();
        byte[] bytes = new AvroSerializer<PushClosed>(registry)
                .serialize(topic, PushClosed.newBuilder().build());
        server.forgetRequests();

        // when
        Map<String, String> settings =
                Map.of(AvroSerde.REGISTRY_URL, server.url().toString());
        try (AvroDeserializer<PushClosed> deserializer = new AvroDeserializer<>()) {
            deserializer.configure(settings, false);
            deserializer.deserialize(topic, bytes);
        }

        // then
        assertThat(server.requests()).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void shouldSayWhatToMendWhenTheAddressIsNotARegistrys() {
        server.answerNext(404, "<html>nothing here</html>", 1);
        assertThatThrownBy(() -> registry.latest(SUBJECT)).hasMessageContainingAll("404", "/apis/ccompat/v7");

        server.answerNext(307, "", 1);
        assertThatThrownBy(() -> registry.latest(SUBJECT)).hasMessageContainingAll("307", "http://elsewhere/");

        server.answerNext(200, "welcome", 1);
        assertThatThrownBy(() -> registry.latest(SUBJECT)).hasMessageContainingAll(SUBJECT, "number for 'id'");
        assertThat(pacer.pauses).isEmpty();
    }

    @Test
    void shouldRefuseSchemasOfOtherKinds() {
        server.answerNext(200, "{\"schema\": \"message A {}\", \"schemaType\": \"PROTOBUF\"}", 1);
        assertThatThrownBy(() -> registry.byId(3)).hasMessageContainingAll("schema id 3", "PROTOBUF");

        server.answerNext(200, "{\"schema\": \"no schema\"}", 1);
        assertThatThrownBy(() -> registry.byId(3)).hasMessageContainingAll("schema id 3", "gave no Avro schema");
    }

    private HttpSchemaRegistry client(HttpRegistryOptions options) {
        return new HttpSchemaRegistry(options, pacer);
    }

    private static HttpRegistryOptions options(URI... urls) {
        return new HttpRegistryOptions(
                List.of(urls),
                new Credentials.Anonymous(),
                Optional.empty(),
                Duration.ofSeconds(1),
                HttpRegistryOptions.DEFAULT_PATIENCE,
                true);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Schema fields(String... names) {
        var fields = SchemaBuilder.record("R").fields();
        for (String name : names) {
            fields = fields.name(name).type().stringType().stringDefault("");
        }
        return fields.endRecord();
    }
}
