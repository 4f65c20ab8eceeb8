package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.ingest.webhook.WebhookEdge.NOW;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is sent away with 429, who is not because of them, and what becomes of deliveries that come too fast. */
class WebhookLimitsTest {

    private static final String PUSH = SignedAs.text("gitea/push");

    private final WebhookEdge edge;

    WebhookLimitsTest(@TempDir Path folder) throws IOException {
        this.edge = new WebhookEdge(folder, Clock.fixed(NOW, ZoneOffset.UTC), 5, 3);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void shouldListenNoMoreToWhoFailsAgainAndAgainButToOthers() throws Exception {
        // given
        for (int i = 0; i < 3; i++) {
            assertThat(edge.send(from("198.51.100.1", "a wrong secret")).statusCode())
                    .isEqualTo(401);
        }

        // when
        HttpResponse<String> guess = edge.send(from("198.51.100.1", "a wrong secret"));
        HttpResponse<String> right = edge.send(from("198.51.100.1", WebhookEdge.SECRET));
        HttpResponse<String> other = edge.send(from("198.51.100.2", WebhookEdge.SECRET));
        HttpResponse<String> health =
                edge.send(HttpRequest.newBuilder(edge.address().resolve("/health/live"))
                        .header("X-Forwarded-For", "198.51.100.1"));

        // then
        assertThat(guess.statusCode()).isEqualTo(429);
        assertThat(guess.headers().firstValue("Retry-After")).contains("20");
        assertThat(guess.headers().firstValue("Connection")).contains("close");
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(edge.meters.scrape()).contains("garden_http_refused_total{status=\"429\"} 2.0");
    }

    @Test
    void shouldListenToAForgeWhoseAddressStrangersUseToo() throws Exception {
        assertThat(edge.send(from("198.51.100.1", WebhookEdge.SECRET)).statusCode())
                .isEqualTo(202);
        for (int i = 0; i < 9; i++) {
            assertThat(edge.send(from("198.51.100.1", "a wrong secret")).statusCode())
                    .isEqualTo(401);
        }
        assertThat(edge.send(from("198.51.100.1", WebhookEdge.SECRET)).statusCode())
                .isEqualTo(202);
    }

    @Test
    void shouldNotLetOthersShutOutWhoComesThroughTheSameUnknownProxy() throws Exception {
        for (int i = 0; i < 9; i++) {
            HttpRequest.Builder wrong = edge.request(SignedAs.GITEA, "push", PUSH, "a wrong secret", NOW);
            assertThat(edge.send(wrong).statusCode()).isEqualTo(401);
        }
        assertThat(edge.deliver(SignedAs.GITEA, "push", PUSH)).isEqualTo("202 noticed");
    }

    @Test
    void shouldCountAWrongTokenToo() throws Exception {
        for (int i = 0; i < 4; i++) {
            HttpRequest.Builder metrics = HttpRequest.newBuilder(edge.address().resolve("/metrics"))
                    .header("X-Forwarded-For", "198.51.100.1")
                    .header("Authorization", "Bearer some guess or other");
            assertThat(edge.send(metrics).statusCode()).isEqualTo(i < 3 ? 401 : 429);
        }
    }

    @Test
    void shouldSlowOneRepositoryDownAndNoOther() throws Exception {
        // given
        for (int i = 0; i < 5; i++) {
            assertThat(edge.deliver(SignedAs.GITEA, "push", PUSH)).isEqualTo("202 noticed");
        }

        // when
        HttpResponse<String> more = edge.send(edge.request(SignedAs.GITEA, "push", PUSH, WebhookEdge.SECRET, NOW));

        // then
        assertThat(more.statusCode()).isEqualTo(202);
        assertThat(more.body()).isEqualTo("ignored: a look is due already\n");
        assertThat(edge.meters.scrape())
                .contains("garden_webhook_merged_total{garden=\"commons\",repository=\"at-gitea\"} 1.0");
        assertThat(edge.deliver(SignedAs.GITLAB, "Push Hook", SignedAs.text("gitlab/push")))
                .isEqualTo("202 noticed");
        assertThat(edge.noticed).hasSize(6);
    }

    private HttpRequest.Builder from(String client, String secret) {
        return edge.request(SignedAs.GITEA, "push", PUSH, secret, NOW).header("X-Forwarded-For", client);
    }
}
