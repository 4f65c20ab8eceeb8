package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.graphgarden.events.Provider;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.runtime.edge.EdgeSettings;
import org.graphgarden.runtime.edge.ServiceEdge;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Declarations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check of a delivery, in its order, over real HTTP; hints go to a list here. */
class WebhooksTest {

    private static final String FIRST = "the first secret of the garden";
    private static final String SECOND = "the second secret of the garden";
    private static final String OTHER = "the secret of another repository";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String PUSH = Deliveries.example("push");

    private final List<PushNoticed> noticed = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final Meters meters = new Meters();
    private final Path folder;
    private final Path spool;
    private final ServiceEdge edge;
    private final Deliveries github;
    private volatile boolean kafkaIsThere = true;

    WebhooksTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.spool = folder.resolve("spool");
        EdgeSettings settings = new EdgeSettings("127.0.0.1", 0, Optional.empty(), Duration.ofSeconds(20), 4);
        this.edge = ServiceEdge.start(
                settings,
                new Health(),
                meters,
                Webhooks.routes(
                        configuration(),
                        this::publish,
                        spool,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        (forge, status, time) -> answered.add(forge + " " + status)));
        this.github = new Deliveries(edge.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        meters.close();
    }

    @Test
    void shouldHintAtTheRepositoryWhenAPushIsSigned() throws Exception {
        assertThat(github.deliver("push", PUSH, FIRST)).isEqualTo("202 noticed");
        assertThat(noticed)
                .containsExactly(PushNoticed.newBuilder()
                        .setGarden("commons")
                        .setRepository("hello")
                        .setProvider(Provider.GITHUB)
                        .setDeliveryId("72d3162e-cc78-11e3-81ab-4c9367dc0958")
                        .setRef("refs/heads/master")
                        .setBefore("0000000000000000000000000000000000000000")
                        .setAfter("6113728f27ae82c7b1a177c8d03f9e96e0adf246")
                        .setNoticedAt(NOW)
                        .build());
        assertThat(answered).containsExactly("github 202");
    }

    @Test
    void shouldTakeEitherSecretWhileTheyAreRotated() throws Exception {
        assertThat(github.deliver("push", PUSH, SECOND)).isEqualTo("202 noticed");
        assertThat(github.deliver("push", PUSH, FIRST)).isEqualTo("202 noticed");
    }

    @Test
    void shouldRefuseWhatIsNotSignedBeforeAnythingElseIsLookedAt() throws Exception {
        byte[] body = "no JSON, of another type".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder wrong = github.request("push", body, "some secret that nobody knows");
        HttpRequest.Builder none = HttpRequest.newBuilder(edge.address().resolve("/webhooks/github"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        HttpRequest.Builder old =
                github.request("push", body, FIRST).setHeader("X-Hub-Signature-256", "sha1=" + "0".repeat(40));
        for (HttpRequest.Builder request : List.of(wrong, none, old)) {
            HttpResponse<String> response = github.send(request);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).isEqualTo("the signature does not fit any secret of this webhook\n");
        }
        assertThat(noticed).isEmpty();
    }

    @Test
    void shouldRefuseWhenTheSignedBodyWasChanged() throws Exception {
        byte[] body = PUSH.getBytes(StandardCharsets.UTF_8);
        byte[] forged =
                PUSH.replace("Codertocat/Hello-World", "Codertocat/Hello-Earth").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = github.request("push", forged, FIRST)
                .setHeader("X-Hub-Signature-256", Deliveries.signature(body, FIRST));
        assertThat(github.send(request).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldAnswer413AndCloseWhenThirtyMebibytesCome() throws Exception {
        for (String framing :
                List.of("Content-Length: 31457280\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1e00000\r\n")) {
            try (Socket socket = new Socket("127.0.0.1", edge.address().getPort())) {
                socket.setSoTimeout(20_000);
                String head = "POST /webhooks/github HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256="
                        + "0".repeat(64) + "\r\n" + framing;
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                sendAsMuchAsIsTaken(socket, 30);
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 413 ")
                        .contains("Connection: close")
                        .contains("longer than 26214400 bytes");
            }
        }
        assertThat(answered).containsExactly("github 413", "github 413");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void shouldTakeALargeDeliveryAndLeaveNothingInTheSpool() throws Exception {
        // given: 24 MiB, as a push of many commits may be
        String body = PUSH.replaceFirst("\\{", "{\"padding\": [" + "\"x\",".repeat(6_200_000) + "0],");

        // then
        assertThat(body.length()).isBetween(24_000_000, 26_214_400);
        assertThat(github.deliver("push", body, FIRST)).isEqualTo("202 noticed");
        assertThat(github.deliver("push", body, "some secret that nobody knows"))
                .startsWith("401 ");
        assertThat(spooled()).isEmpty();
    }

    @Test
    void shouldRefuseAnotherContentType() throws Exception {
        byte[] body = PUSH.getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                github.request("push", body, FIRST).setHeader("Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> response = github.send(request);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("application/json");
        HttpRequest.Builder withCharset =
                github.request("push", body, FIRST).setHeader("Content-Type", "Application/JSON; charset=utf-8");
        assertThat(github.send(withCharset).statusCode()).isEqualTo(202);
    }

    @Test
    void shouldRefuseWhatIsNotUsableJson() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(github.deliver("push", "{\"commits\": " + deep + "}", FIRST))
                .startsWith("422 the JSON is nested deeper than 50");
        assertThat(github.deliver("push", "{\"id\": " + "1".repeat(200) + "}", FIRST))
                .startsWith("422 ");
        assertThat(github.deliver("push", "{\"ref\": ", FIRST)).isEqualTo("422 the body is no JSON");
        assertThat(github.deliver("push", "", FIRST)).startsWith("422 ");
        assertThat(github.deliver("push", "[]", FIRST)).isEqualTo("422 the body is no JSON object");
        assertThat(github.deliver("push", "{} {}", FIRST)).startsWith("422 ");
        assertThat(github.deliver("push", "{}", FIRST)).startsWith("422 a push needs");
        assertThat(github.deliver("push", PUSH.replace("6113728f", "not-hex-"), FIRST))
                .startsWith("422 ");
        assertThat(github.deliver("push", PUSH.replace("refs/heads/master", "refs/heads/\\nx"), FIRST))
                .startsWith("422 ref is too long or holds a control character");
    }

    @Test
    void shouldNotKnowARepositoryThatIsNotConfigured() throws Exception {
        assertThat(github.deliver("push", PUSH.replace("Hello-World", "Elsewhere"), FIRST))
                .isEqualTo("404 the repository is not in the configuration");
        assertThat(github.deliver("ping", Deliveries.example("ping"), FIRST)).startsWith("404 ");
        assertThat(noticed).isEmpty();
    }

    @Test
    void shouldNotLetOneRepositorysSecretSpeakForAnother() throws Exception {
        assertThat(github.deliver("push", PUSH, OTHER)).startsWith("401 ");
        String mirror = PUSH.replace("Codertocat/Hello-World", "Codertocat/Mirrored");
        assertThat(github.deliver("push", mirror, FIRST)).startsWith("401 ");
        assertThat(github.deliver("push", mirror, OTHER)).isEqualTo("202 noticed");
        assertThat(noticed).extracting(PushNoticed::getRepository).containsExactly("mirror");
    }

    @Test
    void shouldAnswerPing() throws Exception {
        assertThat(github.deliver("ping", Deliveries.example("ping").replace("Octocoders", "Codertocat"), FIRST))
                .isEqualTo("200 pong");
        assertThat(github.deliver("ping", Deliveries.example("ping-organization"), FIRST))
                .isEqualTo("200 pong");
    }

    @Test
    void shouldIgnoreWhatMovesNoPattern() throws Exception {
        String branchDeleted = Deliveries.example("tag-deleted").replace("refs/tags/", "refs/heads/");
        assertThat(github.deliver("push", Deliveries.example("tag"), FIRST)).isEqualTo("202 ignored: not a branch");
        assertThat(github.deliver("push", Deliveries.example("tag-deleted"), FIRST))
                .isEqualTo("202 ignored: not a branch");
        assertThat(github.deliver("push", branchDeleted, FIRST)).isEqualTo("202 ignored: the branch was deleted");
        assertThat(github.deliver("push", PUSH.replace("refs/heads/master", "refs/heads/draft"), FIRST))
                .isEqualTo("202 ignored: not the branch that is tended");
        assertThat(github.deliver("delete", Deliveries.example("delete"), FIRST))
                .isEqualTo("202 ignored: only pushes are of use here");
        assertThat(noticed).isEmpty();
    }

    @Test
    void shouldAskToSendAgainWhenKafkaIsNotThere() throws Exception {
        kafkaIsThere = false;
        HttpResponse<String> response =
                github.send(github.request("push", PUSH.getBytes(StandardCharsets.UTF_8), FIRST));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("10");
    }

    @Test
    void shouldAskToSendAgainWhenALongDeliveryCannotBeKeptHere() throws Exception {
        // given: no folder, and none can be made
        Files.writeString(spool, "in the way");
        byte[] body = PUSH.replaceFirst("\\{", "{\"padding\": [" + "1,".repeat(400_000) + "0],")
                .getBytes(StandardCharsets.UTF_8);

        // when
        HttpResponse<String> response = github.send(github.request("push", body, FIRST));

        // then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("10");
        assertThat(answered).containsExactly("github 503");
        assertThat(github.deliver("push", PUSH, FIRST)).isEqualTo("202 noticed");
    }

    @Test
    void shouldReadNothingOfWhatClaimsNoSignature() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", edge.address().getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /webhooks/github HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n"
                    + "Expect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 401 ")
                    .contains("Connection: close");
        }
    }

    @Test
    void shouldNotKnowOtherForges() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.address().resolve("/webhooks/elsewhere"))
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(github.send(request).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRefuseToStartWhenASecretIsShortOrMissing() throws Exception {
        Files.writeString(folder.resolve("other"), "hunter2");
        assertThatThrownBy(this::configuredRoutes)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is shorter than 16 bytes")
                .hasMessageNotContaining("hunter2");
        Files.delete(folder.resolve("other"));
        assertThatThrownBy(this::configuredRoutes).isInstanceOf(ConfigurationException.class);
    }

    private void configuredRoutes() throws IOException {
        Configuration configuration = Configuration.of(values(), Declarations.with(WebhookSettings.SECTION));
        Webhooks.routes(configuration, this::publish, spool, Clock.systemUTC(), WebhookListener.SILENT);
    }

    private Configuration configuration() throws IOException {
        Files.writeString(folder.resolve("first"), FIRST + "\n");
        Files.writeString(folder.resolve("second"), SECOND);
        Files.writeString(folder.resolve("other"), OTHER);
        return Configuration.of(values(), Declarations.with(WebhookSettings.SECTION));
    }

    private Map<String, ?> values() {
        Map<String, ?> hello = Map.of("url", "git@github.com:codertocat/hello-world.git");
        Map<String, ?> mirror = Map.of(
                "url", "/srv/git/mirror.git",
                "forge-url", "https://github.com/Codertocat/Mirrored",
                "webhook-secrets", List.of(file("other")));
        return Map.of(
                "gardens",
                Map.of(
                        "commons",
                        Map.of(
                                "webhook", Map.of("secrets", List.of(file("first"), file("second"))),
                                "repositories", Map.of("hello", hello, "mirror", mirror))));
    }

    private String file(String name) {
        return "${file:" + folder.resolve(name) + "}";
    }

    private void publish(List<PushNoticed> notices) throws PushNotices.UnavailableException {
        if (!kafkaIsThere) {
            throw new PushNotices.UnavailableException("no broker", new IllegalStateException("no broker"));
        }
        noticed.addAll(notices);
    }

    private static void sendAsMuchAsIsTaken(Socket socket, int mebibytes) {
        byte[] mebibyte = new byte[1024 * 1024];
        try {
            for (int i = 0; i < mebibytes; i++) {
                socket.getOutputStream().write(mebibyte);
            }
        } catch (IOException e) {
            // The other side does not want the rest.
        }
    }

    private List<Path> spooled() throws IOException {
        if (!Files.exists(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }
}
