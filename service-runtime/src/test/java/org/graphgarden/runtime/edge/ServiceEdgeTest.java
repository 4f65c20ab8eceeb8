package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.graphgarden.runtime.health.Check;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.runtime.metrics.Meters;
import org.graphgarden.settings.ConfigurationException;
import org.graphgarden.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEdgeTest {

    private static final String TOKEN = "a-token-of-some-length";
    private static final long MAX_BODY = 1_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Health health = new Health();
    private final Meters meters = new Meters();
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Path folder;
    private ServiceEdge edge;

    ServiceEdgeTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.edge = ServiceEdge.start(settings("127.0.0.1", Optional.of(token())), health, meters, routes());
    }

    @AfterEach
    void stop() {
        edge.close();
        meters.close();
    }

    @Test
    void shouldRefuseToStartWhenOthersCanConnectAndThereIsNoToken() {
        EdgeSettings open = settings("0.0.0.0", Optional.empty());
        assertThatThrownBy(() -> ServiceEdge.start(open, health, meters, List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("http.host is 0.0.0.0")
                .hasMessageContaining("http.token is not set");
    }

    @Test
    void shouldListenForOthersWhenThereIsAToken() throws Exception {
        try (ServiceEdge open =
                ServiceEdge.start(settings("0.0.0.0", Optional.of(token())), health, meters, List.of())) {
            URI local = URI.create("http://127.0.0.1:" + open.address().getPort() + "/metrics");
            HttpRequest request = HttpRequest.newBuilder(local).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void shouldRefuseToStartWhenTheTokenIsShortOrThePortTaken() throws Exception {
        Secret weak = secret("weak", "feeble");
        assertThatThrownBy(() -> ServiceEdge.start(settings("127.0.0.1", Optional.of(weak)), health, meters, List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("http.token is shorter")
                .hasMessageNotContaining("feeble");
        EdgeSettings taken =
                new EdgeSettings("127.0.0.1", edge.address().getPort(), Optional.empty(), Duration.ofSeconds(1), 4);
        assertThatThrownBy(() -> ServiceEdge.start(taken, health, meters, List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot listen on http.host 127.0.0.1");
    }

    @Test
    void shouldTellHealthWithoutATokenAndMetricsWithItOnly() throws Exception {
        // given
        health.live("task", Check.that(() -> true, "never"));
        health.ready("topics", Check.that(() -> false, "not verified yet"));

        // then
        assertThat(get("/health/live", "")).isEqualTo("200 ok\n");
        assertThat(get("/health/ready", "")).isEqualTo("503 topics: not verified yet\n");
        assertThat(get("/metrics", "")).startsWith("401 ");
        assertThat(get("/metrics", "Bearer another-token-of-a-length")).startsWith("401 ");
        assertThat(get("/metrics", "Basic " + TOKEN)).startsWith("401 ");
        assertThat(get("/metrics", "Bearer " + TOKEN)).startsWith("200 ").contains("jvm_memory_used_bytes");
        assertThat(get("/elsewhere", "Bearer " + TOKEN)).startsWith("404 ");
        assertThat(get("/sink", "Bearer " + TOKEN)).startsWith("405 ");
    }

    @Test
    void shouldTakeABodyUpToTheCap() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(edge.address().resolve("/sink"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(int) MAX_BODY]))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("read 1000000\n");
    }

    @Test
    void shouldAnswer413AndCloseWhenTheAnnouncedBodyIsTooLong() throws Exception {
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n");
            assertThat(connection.sendBytes(9_000_000)).isTrue();
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 413 ").contains("longer than 1000000 bytes");
        }
    }

    @Test
    void shouldAnswer413AndCloseWhenAnUnannouncedBodyGrowsTooLong() throws Exception {
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("POST /sink HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            connection.send(Long.toHexString(8_000_000) + "\r\n");
            connection.sendBytes(8_000_000);
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        }
    }

    @Test
    void shouldAnswer408WhenABodyTrickles() throws Exception {
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");
            Thread trickle = new Thread(() -> trickle(connection));
            trickle.start();
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408 ");
            trickle.interrupt();
            trickle.join();
        }
    }

    @Test
    void shouldAnswer408WhenABodyEndsInSilence() throws Exception {
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nbeginning");
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 408 ").contains("Connection: close");
        }
    }

    @Test
    void shouldAnswer400WhenABodyBreaksOffOrItsChunksAreNone() throws Exception {
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("POST /sink HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nbeginning");
            connection.endOutput();
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("POST /sink HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n");
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void shouldNotWaitLongForWhoIsRefusedAndKeepsSilent() throws Exception {
        // given: more than are waited for, and more than there are places
        long start = System.nanoTime();
        List<RawConnection> silent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            silent.add(new RawConnection(edge.address())
                    .send("POST /elsewhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"));
        }

        // then
        for (RawConnection connection : silent) {
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 404 ");
            connection.close();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(get("/elsewhere", "")).startsWith("404 ");
    }

    @Test
    void shouldSayThatItIsOurFaultWhenADiskFails() throws Exception {
        assertThat(get("/full", "")).startsWith("500 ").doesNotContain("no space");
    }

    @Test
    void shouldRefuseHeadersThatAreTooLong() throws Exception {
        try (RawConnection connection = new RawConnection(edge.address())) {
            connection.send("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n");
            assertThat(connection.readToEnd()).startsWith("HTTP/1.1 431 ").doesNotContainIgnoringCase("jetty");
        }
    }

    @Test
    void shouldLetRequestsWaitForAPlaceButNotHealth() throws Exception {
        // given: as many as are answered at a time
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(edge.address().resolve("/held")).build();
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        assertThat(held.tryAcquire(4, 10, TimeUnit.SECONDS)).isTrue();

        // then
        assertThat(get("/health/live", "")).isEqualTo("200 ok\n");
        assertThat(held.availablePermits()).isZero();
        release.countDown();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSendAwayWhoWaitsTooLongForAPlace() throws Exception {
        // given
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(edge.address().resolve("/held")).build();
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        assertThat(held.tryAcquire(4, 10, TimeUnit.SECONDS)).isTrue();

        // when
        HttpRequest late =
                HttpRequest.newBuilder(edge.address().resolve("/held")).build();
        HttpResponse<String> answer = client.send(late, HttpResponse.BodyHandlers.ofString());
        release.countDown();

        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(meters.scrape()).contains("garden_http_refused_total{status=\"503\"} 1.0");
        for (CompletableFuture<HttpResponse<String>> held : answers) {
            assertThat(held.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSayNothingOfTheCauseWhenAHandlerFails() throws Exception {
        assertThat(get("/broken", "")).startsWith("500 ").doesNotContain("secret cause");
    }

    private static void trickle(RawConnection connection) {
        try {
            for (int i = 0; i < 90; i++) {
                connection.send("x");
                Thread.sleep(100); // The pace of the caller is what is tested.
            }
        } catch (IOException | InterruptedException e) {
            // The other side has closed, as it should.
        }
    }

    private List<Route> routes() {
        return List.of(
                Route.post("/sink", Route.Access.OPEN, MAX_BODY, call -> {
                    byte[] buffer = new byte[8192];
                    long read = 0;
                    for (int got = call.body().read(buffer);
                            got >= 0;
                            got = call.body().read(buffer)) {
                        read += got;
                    }
                    return Answer.line(200, "read " + read);
                }),
                Route.get("/held", Route.Access.OPEN, call -> {
                    held.release();
                    return letGo();
                }),
                Route.get("/full", Route.Access.OPEN, call -> {
                    throw new IOException("no space left on device");
                }),
                Route.get("/broken", Route.Access.OPEN, call -> {
                    throw new IllegalStateException("secret cause");
                }));
    }

    private Answer letGo() {
        try {
            release.await();
            return Answer.line(200, "let go");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.address().resolve(path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static EdgeSettings settings(String host, Optional<Secret> token) {
        return new EdgeSettings(host, 0, token, Duration.ofSeconds(1), 4);
    }

    private Secret token() throws Exception {
        return secret("token", TOKEN);
    }

    private Secret secret(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return new Secret("${file:" + file + "}");
    }
}
