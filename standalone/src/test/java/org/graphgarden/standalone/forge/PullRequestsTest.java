package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.graphgarden.git.CommitNote;
import org.graphgarden.pruner.forge.ForgeAccess;
import org.graphgarden.pruner.forge.ForgeKind;
import org.graphgarden.pruner.forge.ForgeTrouble;
import org.graphgarden.pruner.forge.PullRequests;
import org.graphgarden.pruner.forge.PullRequests.Kept;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;
import org.graphgarden.settings.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One open request, against stand-ins for every forge. */
class PullRequestsTest {
    private static final String HEAD = "graph-garden/open";

    private final List<Duration> pauses = new ArrayList<>();
    private final Surroundings surroundings =
            new Surroundings(Clock.systemUTC(), new Random(1), pauses::add, StopSign.NEVER);
    private ForgeStandIn forge = new GitHubStandIn();

    PullRequestsTest() throws IOException {}

    @AfterEach
    void close() {
        forge.close();
        assertThat(forge.breaches).isEmpty();
    }

    private void on(ForgeKind kind) throws IOException {
        forge.close();
        forge = switch (kind) {
            case GITHUB -> new GitHubStandIn();
            case GITLAB -> new GitLabStandIn();
            case GITEA, FORGEJO -> new GiteaStandIn(kind);
        };
    }

    private Kept keep(String title, String... labels) {
        return keepWith(ForgeStandIn.TOKEN, title, labels);
    }

    private Kept keepWith(String token, String title, String... labels) {
        return new PullRequests(forge.access(token), List.of(labels))
                .keep(
                        commit("commit of " + title, "beds/" + title),
                        HEAD,
                        "main",
                        title,
                        "A table.\n\nGarden-Cycle: beds/" + title + "\n",
                        surroundings);
    }

    private static CommitNote commit(String id, String cycle) {
        return new CommitNote(id, "Graph Garden", Instant.EPOCH, cycle, false);
    }

    @ParameterizedTest
    @EnumSource
    void shouldOpenOneRequestAndBringItUpToDate(ForgeKind kind) throws IOException {
        on(kind);
        // when
        Kept first = keep("c1", "garden", "to review");
        Kept second = keep("c2", "garden", "to review");
        // then
        assertThat(forge.requests).hasSize(1);
        ForgeStandIn.Request request = forge.requests.get(0);
        assertThat(first).isEqualTo(new Kept.Open(forge.url(request), "")).isEqualTo(second);
        assertThat(request.head).isEqualTo(HEAD);
        assertThat(request.base).isEqualTo("main");
        assertThat(request.title).isEqualTo("c2");
        assertThat(request.body.strip()).endsWith("Garden-Cycle: beds/c2");
        assertThat(request.labels).containsExactly("garden", "to review");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteNothingWhenItSaysSoAlready(ForgeKind kind) throws IOException {
        on(kind);
        // given
        keep("c1", "garden");
        forge.requests.get(0).labels.add("set by Ada");
        forge.calls.clear();
        // when
        keep("c1", "Garden");
        // then
        assertThat(forge.calls).isNotEmpty().allMatch(call -> call.startsWith("GET "));
        assertThat(forge.requests.get(0).labels).contains("set by Ada");
    }

    @ParameterizedTest
    @EnumSource
    void shouldOpenAnotherWhenTheLastWasMergedOrClosed(ForgeKind kind) throws IOException {
        on(kind);
        // given
        keep("c1");
        forge.requests.get(0).state = "closed";
        // when
        Kept kept = keep("c2");
        // then
        assertThat(forge.requests).hasSize(2);
        assertThat(kept).isEqualTo(new Kept.Open(forge.url(forge.requests.get(1)), ""));
        assertThat(forge.requests.get(0).title).isEqualTo("c1");
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindOursOnALaterPageAmongThoseOfForks(ForgeKind kind) throws IOException {
        on(kind);
        // given
        for (int i = 0; i < 130; i++) {
            forge.add(HEAD, "main", true).title = "of a fork";
        }
        ForgeStandIn.Request ours = forge.add(HEAD, "main", false);
        // when
        Kept kept = keep("c1");
        // then
        assertThat(kept).isEqualTo(new Kept.Open(forge.url(ours), ""));
        assertThat(forge.requests).hasSize(131);
        assertThat(forge.requests.stream().filter(request -> request.title.equals("of a fork")))
                .hasSize(130);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringTheOldestUpToDateAndSaySoWhenSomebodyMadeASecond(ForgeKind kind) throws IOException {
        on(kind);
        // given
        forge.add(HEAD, "release", false);
        ForgeStandIn.Request ours = forge.add(HEAD, "main", false);
        // when
        Kept kept = keep("c1");
        // then
        assertThat(kept).isInstanceOfSatisfying(Kept.Open.class, open -> {
            assertThat(open.url()).isEqualTo(forge.url(ours));
            assertThat(open.note()).contains("2 requests are open");
        });
        assertThat(forge.requests).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheForgesMessageAndARemedyButNeverTheToken(ForgeKind kind) throws IOException {
        on(kind);
        for (int status : new int[] {403, 404, 409, 422, 400}) {
            // given
            forge.fail("POST", status, "{\"message\": \"No, \\u0007because\\nof <b>this</b>\"}");
            // when
            Kept kept = keep("c1");
            // then
            assertThat(kept).isInstanceOfSatisfying(Kept.Failed.class, failed -> {
                assertThat(failed.message())
                        .contains(kind.id(), status + " No, because of <b>this</b>", "(")
                        .doesNotContain(ForgeStandIn.TOKEN);
                assertThat(failed.trouble())
                        .isEqualTo(
                                status == 403
                                        ? ForgeTrouble.NOT_ALLOWED
                                        : status == 404 ? ForgeTrouble.NOT_FOUND : ForgeTrouble.REFUSED);
            });
        }
        assertThat(forge.requests).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatATokenIsRefused(ForgeKind kind) throws IOException {
        on(kind);
        assertThat(keepWith("another-secret", "c1")).isInstanceOfSatisfying(Kept.Failed.class, failed -> {
            assertThat(failed.trouble()).isEqualTo(ForgeTrouble.TOKEN_REFUSED);
            assertThat(failed.message()).contains("expired").doesNotContain("another-secret");
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindWhatWasMadeThoughTheAnswerGotLost(ForgeKind kind) throws IOException {
        on(kind);
        // given
        ForgeStandIn.Request made = forge.add(HEAD, "main", false);
        made.state = "hidden";
        // The first look finds nothing; the second, behind the conflict, does.
        forge.fail("GET", 200, "[]");
        made.state = "open";
        // when
        Kept kept = keep("c1");
        // then
        assertThat(kept).isEqualTo(new Kept.Open(forge.url(made), ""));
        assertThat(made.title).isEqualTo("c1");
        assertThat(forge.requests).hasSize(1);
    }

    @Test
    void shouldWaitAsLongAsTheForgeAsks() {
        // given
        forge.fail("GET", 429, "{}", "Retry-After", "7");
        forge.fail("POST", 403, "{\"message\": \"You have exceeded a secondary rate limit\"}", "retry-after", "3");
        // when
        Kept kept = keep("c1");
        // then
        assertThat(kept).isInstanceOf(Kept.Open.class);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(11));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void shouldLeaveItToTheNextCycleWhenTheForgeAsksForAnHour() {
        forge.fail("GET", 403, "{}", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "99999999999");
        assertThat(keep("c1")).isInstanceOfSatisfying(Kept.Failed.class, failed -> assertThat(failed.trouble())
                .isEqualTo(ForgeTrouble.RATE_LIMITED));
        assertThat(pauses).isEmpty();
    }

    @Test
    void shouldNotOpenTwiceWhenTheForgeIsBusy() {
        // given
        forge.fail("POST", 502, "<html>");
        // when
        Kept kept = keep("c1");
        // then
        assertThat(kept).isInstanceOfSatisfying(Kept.Failed.class, failed -> assertThat(failed.trouble())
                .isEqualTo(ForgeTrouble.BUSY));
        assertThat(forge.calls.stream().filter(call -> call.startsWith("POST"))).hasSize(1);
    }

    @Test
    void shouldLookAgainWhenTheForgeIsBusy() {
        forge.fail("GET", 503, "");
        forge.fail("GET", 500, "");
        assertThat(keep("c1")).isInstanceOf(Kept.Open.class);
    }

    @Test
    void shouldKeepTheRequestThoughLabelsCannotBeSet() {
        keep("c1");
        forge.fail("POST", 403, "{\"message\": \"Must have triage rights\"}");
        assertThat(keep("c2", "garden")).isInstanceOfSatisfying(Kept.Open.class, open -> assertThat(open.note())
                .contains("labels could not be set", "triage"));
    }

    @Test
    void shouldFindItsRequestAfterTheRepositoryWasRenamedAndSayWhereItIs() {
        // given
        keep("c1");
        ForgeAccess former =
                new ForgeAccess(ForgeKind.GITHUB, forge.api(), GitHubStandIn.FORMER, () -> ForgeStandIn.TOKEN);
        // when
        Kept kept =
                new PullRequests(former, List.of()).keep(commit("c", "beds/c"), HEAD, "main", "c2", "b", surroundings);
        // then
        assertThat(kept).isInstanceOfSatisfying(Kept.Open.class, open -> {
            assertThat(open.url()).isEqualTo(forge.url(forge.requests.get(0)));
            assertThat(open.note()).contains("is " + ForgeStandIn.REPOSITORY + " now", "forge-url");
        });
        assertThat(forge.requests).hasSize(1);
        assertThat(forge.requests.get(0).title).isEqualTo("c2");
    }

    @Test
    void shouldFollowNoRedirectToAnotherHost() throws IOException {
        try (ForgeStandIn other = new GitHubStandIn()) {
            // given
            forge.fail("GET", 307, "", "Location", other.api() + "/repos/people%0Abeds/pulls");
            // when
            Kept kept = keep("c1");
            // then
            assertThat(kept).isInstanceOfSatisfying(Kept.Failed.class, failed -> assertThat(failed.message())
                    .contains("redirects to 127.0.0.1/api/v3/repos/people%0Abeds"));
            assertThat(other.calls).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveItClosedUntilThereIsAnotherCommit(ForgeKind kind) throws IOException {
        on(kind);
        // given
        forge.tip = "commit of c1";
        keep("c1");
        forge.close(forge.requests.get(0));
        // when
        Kept same = keep("c1");
        forge.tip = "commit of c2";
        Kept other = keep("c2");
        // then
        assertThat(same).isEqualTo(new Kept.Closed(forge.url(forge.requests.get(0))));
        assertThat(other).isEqualTo(new Kept.Open(forge.url(forge.requests.get(1)), ""));
    }

    @ParameterizedTest
    @EnumSource
    void shouldCloseWhatIsOpenAndSayWhy(ForgeKind kind) throws IOException {
        on(kind);
        // given
        PullRequests requests = new PullRequests(forge.access(ForgeStandIn.TOKEN), List.of());
        ForgeStandIn.Request ofFork = forge.add(HEAD, "main", true);
        keep("c1");
        ForgeStandIn.Request ours = forge.requests.get(1);
        // when
        Optional<Kept> kept = requests.withdraw(HEAD, "It is done.", surroundings);
        Optional<Kept> again = requests.withdraw(HEAD, "It is done.", surroundings);
        // then
        assertThat(kept).contains(new Kept.Withdrawn(forge.url(ours)));
        assertThat(ours.state).isEqualTo("closed");
        assertThat(ours.comments).containsExactly("It is done.");
        assertThat(ours.body.strip()).endsWith("Garden-Cycle: beds/c1");
        assertThat(again).isEmpty();
        assertThat(ofFork.state).isEqualTo("open");
    }

    @Test
    void shouldWriteNothingForAMereDate() {
        // given
        PullRequests requests = new PullRequests(forge.access(ForgeStandIn.TOKEN), List.of());
        requests.keep(
                commit("c", "beds/c"), HEAD, "main", "t", "One file, on 2026-03-02 of garden `beds`.\n", surroundings);
        forge.calls.clear();
        // when
        requests.keep(
                commit("c", "beds/c"), HEAD, "main", "t", "One file, on 2026-03-03 of garden `beds`.\n", surroundings);
        // then
        assertThat(forge.calls).isNotEmpty().allMatch(call -> call.startsWith("GET "));
    }

    @ParameterizedTest
    @EnumSource(names = {"GITEA", "FORGEJO"})
    void shouldFindALabelOnALaterPage(ForgeKind kind) throws IOException {
        // given
        forge.close();
        GiteaStandIn gitea = new GiteaStandIn(kind);
        forge = gitea;
        for (int i = 1; i <= 25; i++) {
            gitea.labels.add("label " + i);
        }
        // when
        keep("c1", "label 25");
        // then
        assertThat(gitea.requests.get(0).labels).containsExactly("label 25");
        assertThat(gitea.labels).hasSize(25);
    }

    @Test
    void shouldWaitAMinuteWhenTheForgeSaysNothingOfTime() {
        // given
        forge.fail("POST", 403, "{\"message\": \"You have exceeded a secondary rate limit\"}");
        // when
        Kept kept = keep("c1");
        // then
        assertThat(kept).isInstanceOf(Kept.Open.class);
        assertThat(pauses).hasSize(1);
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void shouldSayThatTheTokenIsNotThere() {
        ForgeAccess access = new ForgeAccess(ForgeKind.GITHUB, forge.api(), "people/beds", () -> {
            throw new ConfigurationException("environment variable FORGE_TOKEN is not set");
        });
        assertThat(new PullRequests(access, List.of())
                        .keep(commit("c", "beds/c"), HEAD, "main", "t", "b", surroundings))
                .isInstanceOfSatisfying(Kept.Failed.class, failed -> assertThat(failed.message())
                        .contains("FORGE_TOKEN is not set", "prune.forge-token"));
        assertThat(forge.calls).isEmpty();
    }

    @Test
    void shouldRefuseAnswersThatAreNotAsDocumented() {
        for (String answer : List.of("{}", "[{", "\"[]\"")) {
            forge.fail("GET", 200, answer);
            forge.fail("GET", 200, answer);
            forge.fail("GET", 200, answer);
            assertThat(keep("c1")).isInstanceOf(Kept.Failed.class);
            forge.faults.clear();
        }
        forge.fail("GET", 200, "[" + "1,".repeat(5_000_000) + "1]");
        forge.fail("GET", 200, "[" + "1,".repeat(5_000_000) + "1]");
        forge.fail("GET", 200, "[" + "1,".repeat(5_000_000) + "1]");
        assertThat(keep("c1")).isInstanceOfSatisfying(Kept.Failed.class, failed -> assertThat(failed.message())
                .contains("bytes"));
    }

    @Test
    void shouldTakeNoAddressThatIsNotSafe() {
        for (String api :
                List.of("http://forge.example/api/v3", "https://a:b@forge.example", "ftp://forge.example", "x")) {
            assertThatThrownBy(() -> new ForgeAccess(ForgeKind.GITHUB, URI.create(api), "a/b", () -> "t"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new ForgeAccess(ForgeKind.GITEA, forge.api(), "a/b/c", () -> "t"))
                .hasMessageContaining("a/b/c");
        assertThatThrownBy(() -> new ForgeAccess(ForgeKind.GITLAB, forge.api(), "../b?x", () -> "t"))
                .hasMessageContaining("no path");
    }
}
