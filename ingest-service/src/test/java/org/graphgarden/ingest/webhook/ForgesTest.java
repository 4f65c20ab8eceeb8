package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.ingest.webhook.WebhookEdge.NOW;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table of forges in {@code docs/operators.md}, over real HTTP. */
class ForgesTest {

    private static final String LONG = "1f0c4a3e5d6b7988a7b6c5d4e3f2a1b0c9d8e7f6";
    private static final String HOOK = """
            {"garden": "commons", "repository": "by-hook", "changes": [%s]}""";
    private static final String CHANGE = """
            {"ref": "%s", "before": "%s", "after": "%s"}""";
    private static final int CAP = 25 * 1024 * 1024;

    private final WebhookEdge edge;

    ForgesTest(@TempDir Path folder) throws IOException {
        this.edge = WebhookEdge.at(folder);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB,       push,         github/push,                 202 noticed",
        "GITHUB,       push,         github/tag,                  202 ignored: not a branch",
        "GITHUB,       push,         github/tag-deleted,          202 ignored: not a branch",
        "GITHUB,       ping,         github/ping-organization,    200 pong",
        "GITHUB,       delete,       github/delete,               202 ignored: only pushes are of use here",
        "GITLAB_TOKEN, Push Hook,    gitlab/push,                 202 noticed",
        "GITLAB,       Push Hook,    gitlab/push,                 202 noticed",
        "GITLAB,       System Hook,  gitlab/push,                 202 noticed",
        "GITLAB,       Tag Push Hook, gitlab/tag,                 202 ignored: not a branch",
        "GITLAB,       Push Hook,    gitlab/branch-deleted,       202 ignored: the branch was deleted",
        "GITLAB,       Issue Hook,   gitlab/issue,                202 ignored: only pushes are of use here",
        "GITEA,        push,         gitea/push,                  202 noticed",
        "GITEA,        push,         gitea/push-with-secret,      202 noticed",
        "GITEA,        push,         gitea/tag,                   202 ignored: not a branch",
        "GITEA,        delete,       gitea/branch-deleted,        202 ignored: the branch was deleted",
        "GITEA,        release,      gitea/release,               202 ignored: only pushes are of use here",
        "FORGEJO,      push,         gitea/push,                  202 noticed",
        "FORGEJO,      delete,       gitea/branch-deleted,        202 ignored: the branch was deleted",
        "BITBUCKET,    repo:push,    bitbucket/push,              202 noticed",
        "BITBUCKET,    repo:push,    bitbucket/push-of-several,   202 noticed",
        "BITBUCKET,    repo:push,    bitbucket/tag,               202 ignored: not a branch",
        "BITBUCKET,    repo:push,    bitbucket/branch-deleted,    202 ignored: the branch was deleted",
        "BITBUCKET,    repo:fork,    bitbucket/fork,              202 ignored: only pushes are of use here",
    })
    void shouldGiveEachEventTheAnswerThatItsForgeTakesForSuccess(
            SignedAs way, String event, String example, String answer) throws Exception {
        assertThat(edge.deliver(way, event, SignedAs.text(example))).isEqualTo(answer);
        assertThat(edge.noticed.isEmpty()).isNotEqualTo(answer.endsWith("noticed"));
    }

    @Test
    void shouldSayNothingOfWhatAMergeQueueTries() throws Exception {
        // given
        String asked = SignedAs.text("github/merge-group").replace("octo-org/octo-repo", "Codertocat/Hello-World");
        String pushed = SignedAs.text("github/push")
                .replace("refs/heads/master", "refs/heads/gh-readonly-queue/master/pr-7-" + LONG);
        // then
        assertThat(edge.deliver(SignedAs.GITHUB, "merge_group", asked))
                .isEqualTo("202 ignored: a merge queue tries something");
        assertThat(edge.deliver(SignedAs.GITHUB, "push", pushed))
                .isEqualTo("202 ignored: a merge queue tries something");
        assertThat(edge.noticed).isEmpty();
    }

    @Test
    void shouldAnswerHooksThatPeopleWrite() throws Exception {
        assertThat(hook(change("refs/heads/main", LONG))).isEqualTo("202 noticed");
        assertThat(hook(change("refs/heads/main", RefMove.NOTHING))).isEqualTo("202 ignored: the branch was deleted");
        assertThat(hook(change("refs/tags/v1", LONG))).isEqualTo("202 ignored: not a branch");
        assertThat(hook("")).isEqualTo("200 pong");
        assertThat(edge.deliver(SignedAs.GENERIC, "", "{}")).startsWith("422 the body has to name garden");
        assertThat(edge.deliver(
                        SignedAs.GENERIC,
                        "",
                        HOOK.replace("by-hook", "of-others").formatted("")))
                .startsWith("404 ");
        assertThat(edge.deliver(
                        SignedAs.GENERIC,
                        "",
                        "{\"url\": \"https://gitea.example.com/people/library.git\", \"changes\": ["
                                + change("refs/heads/any", LONG) + "]}"))
                .isEqualTo("202 noticed");
        assertThat(edge.noticed).extracting(PushNoticed::getRepository).containsExactly("by-hook", "at-gitea");
    }

    @Test
    void shouldHintOnceHoweverManyFollowedBranchesOfADeliveryMove() throws Exception {
        assertThat(edge.deliver(SignedAs.BITBUCKET, "repo:push", SignedAs.text("bitbucket/push-of-several")))
                .isEqualTo("202 noticed");
        assertThat(edge.noticed).extracting(PushNoticed::getRef).containsExactly("refs/heads/main");
    }

    @Test
    void shouldLookAnywayWhenADeliveryTellsOfMoreThanIsRead() throws Exception {
        String tags = (change("refs/tags/v1", LONG) + ", ").repeat(Payload.MAX_ITEMS);
        assertThat(hook(tags + change("refs/heads/main", LONG))).isEqualTo("202 noticed");
        assertThat(edge.noticed).extracting(PushNoticed::getRef).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB,    push,      github/push,    refs/heads/master",
        "GITLAB,    Push Hook, gitlab/push,    refs/heads/main",
        "GITEA,     push,      gitea/push,     refs/heads/main",
        "FORGEJO,   push,      gitea/push,     refs/heads/main",
    })
    void shouldFollowGraphGardensOwnBranchesToo(SignedAs way, String event, String example, String ref)
            throws Exception {
        String edited = SignedAs.text(example).replace(ref, "refs/heads/graph-garden/2026-02-27");
        assertThat(edge.deliver(way, event, edited)).isEqualTo("202 noticed");
        assertThat(edge.deliver(way, event, SignedAs.text(example).replace(ref, "refs/heads/draft")))
                .isEqualTo("202 ignored: not the branch that is tended");
    }

    @Test
    void shouldLookWhenAGardenBranchIsGone() throws Exception {
        String deleted = SignedAs.text("gitea/branch-deleted")
                .replace("\"ref\": \"main\"", "\"ref\": \"graph-garden/2026-02-27\"");
        assertThat(edge.deliver(SignedAs.FORGEJO, "delete", deleted)).isEqualTo("202 noticed");
        assertThat(edge.noticed).extracting(PushNoticed::getAfter).containsExactly(RefMove.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(SignedAs.class)
    void shouldLetNobodyInWhoDoesNotKnowTheSecret(SignedAs way) throws Exception {
        // given
        String body = body(way);
        String wrong = way == SignedAs.GITLAB ? "whsec_c29tZSBvdGhlciBzZWNyZXQgdGhhdCBub2JvZHk=" : "some other secret";
        // then
        assertThat(edge.answer(edge.request(way, "push", body, wrong, NOW))).startsWith("401 ");
        for (String header :
                way.headers("push", new byte[0], WebhookEdge.secretOf(way), NOW).keySet()) {
            if (header.toLowerCase(Locale.ROOT).matches(".*(signature|token|timestamp|webhook-id).*")) {
                HttpRequest.Builder cut = signed(way, body);
                cut.setHeader(header, "");
                if (way == SignedAs.FORGEJO && header.startsWith("X-Gitea-")) {
                    continue; // Forgejo's own header is there and counts.
                }
                assertThat(edge.answer(cut)).as(header).startsWith("401 ");
            }
        }
        assertThat(edge.noticed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SignedAs.class)
    void shouldNoticeAChangedBodyWhereItIsSigned(SignedAs way) throws Exception {
        HttpRequest.Builder changed = signed(way, body(way)).POST(HttpRequest.BodyPublishers.ofString(body(way) + " "));
        assertThat(edge.answer(changed)).startsWith(way.coversTheBody() ? "401 " : "202 ");
    }

    @ParameterizedTest
    @EnumSource(SignedAs.class)
    void shouldTakeADeliveryForFiveMinutesWhereTheTimeIsSigned(SignedAs way) throws Exception {
        for (Duration off : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            assertThat(edge.answer(at(way, NOW.plus(off)))).isEqualTo("202 noticed");
            String beyond = edge.answer(at(way, NOW.plus(off.multipliedBy(2)).plusSeconds(1)));
            assertThat(beyond)
                    .isEqualTo(
                            way.coversTheTime()
                                    ? "401 the delivery was signed for another time than now"
                                    : "202 noticed");
        }
    }

    @ParameterizedTest
    @EnumSource(SignedAs.class)
    void shouldTakeNoMoreThanTheCap(SignedAs way) throws Exception {
        String body = body(way);
        String fits = body + " ".repeat(CAP - body.length());
        assertThat(edge.answer(signed(way, fits))).isEqualTo("202 noticed");
        assertThat(edge.answer(signed(way, fits + " "))).startsWith("413 ");
        assertThat(edge.spooled()).isEmpty();
    }

    @Test
    void shouldNotFallBackToTheTokenWhenASignatureIsSent() throws Exception {
        HttpRequest.Builder both = edge.request(
                        SignedAs.GITLAB_TOKEN, "Push Hook", body(SignedAs.GITLAB), WebhookEdge.SECRET, NOW)
                .header("webhook-id", "1")
                .header("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
                .header("webhook-signature", "v1," + "A".repeat(43) + "=");
        assertThat(edge.answer(both)).startsWith("401 ");
    }

    @Test
    void shouldTakeOlderForgejosThatSignAsGiteaOnly() throws Exception {
        String body = body(SignedAs.FORGEJO);
        HttpRequest.Builder older = edge.request(SignedAs.GITEA, "push", body, WebhookEdge.SECRET, NOW)
                .uri(edge.address().resolve("/webhooks/forgejo"));
        assertThat(edge.answer(older)).isEqualTo("202 noticed");
    }

    @Test
    void shouldTakeAnyOfSeveralSignaturesInStandardForm() throws Exception {
        HttpRequest.Builder request = signed(SignedAs.GITLAB, body(SignedAs.GITLAB));
        String good = request.build().headers().firstValue("webhook-signature").orElseThrow();
        String old = "v1," + "A".repeat(43) + "=";
        assertThat(edge.answer(request.setHeader("webhook-signature", old + " v1a,x " + good)))
                .isEqualTo("202 noticed");
        assertThat(edge.answer(request.setHeader("webhook-signature", (old + " ").repeat(9) + good)))
                .startsWith("401 ");
    }

    /** Key, id, time, body and signature of the examples that the specification's own libraries are tested with. */
    @Test
    void shouldUnderstandTheSpecificationsExample() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        Signature claim = StandardWebhooks.signature(
                        new HeaderCall(Map.of(
                                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                "webhook-timestamp", "1614265330",
                                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")),
                        Instant.ofEpochSecond(1614265330))
                .orElseThrow();
        Secret secret = new Secret("${env:ANY}");
        SignatureCheck check = new SignatureCheck(
                claim, Map.of(secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".getBytes(StandardCharsets.UTF_8)));
        check.update(body, body.length);
        assertThat(check.signedWith()).containsExactly(secret);
    }

    @Test
    void shouldNameEveryForgeInTheTable() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "operators.md"));
        assertThat(Forge.ALL).allSatisfy(forge -> assertThat(page).contains("| `/webhooks/" + forge.name() + "` |"));
    }

    private HttpRequest.Builder signed(SignedAs way, String body) {
        return edge.request(way, event(way), body, WebhookEdge.secretOf(way), NOW);
    }

    private HttpRequest.Builder at(SignedAs way, Instant signed) {
        return edge.request(way, event(way), body(way), WebhookEdge.secretOf(way), signed);
    }

    private static String event(SignedAs way) {
        return way == SignedAs.BITBUCKET ? "repo:push" : "push";
    }

    private static String body(SignedAs way) {
        return way == SignedAs.GENERIC
                ? HOOK.formatted(change("refs/heads/main", LONG))
                : SignedAs.text(way.example("push"));
    }

    private String hook(String changes) throws Exception {
        return edge.deliver(SignedAs.GENERIC, "", HOOK.formatted(changes));
    }

    private static String change(String ref, String after) {
        return CHANGE.formatted(ref, RefMove.NOTHING, after);
    }
}
