package org.graphgarden.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.graphgarden.runtime.metrics.Meters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is listened to. */
class GatekeeperTest {

    private static final Route HOOK =
            Route.post("/hook", Route.Access.OPEN, 10, call -> Answer.line(200, "never asked"));
    private static final Route PAGE = Route.get("/page", Route.Access.TOKEN, call -> Answer.line(200, "never asked"));

    private final AtomicLong nanos = new AtomicLong();
    private final Meters meters = new Meters();
    private final Gatekeeper gatekeeper = new Gatekeeper(
            new EdgeSettings("127.0.0.1", 0, Optional.empty(), Duration.ofSeconds(1), 4, List.of(), 3),
            new EdgeMetrics(meters),
            nanos::get);

    @AfterEach
    void close() {
        meters.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 408, 413})
    void shouldSendAwayWhoNeverComesAsFarAsASignature(int status) {
        assertThat(asked("a", HOOK, status, 3)).isEqualTo(status);
        assertThat(asked("a", HOOK, 202, 1)).isEqualTo(429);
        assertThat(asked("b", HOOK, 202, 1)).isEqualTo(202);
        assertThat(meters.scrape()).contains("garden_http_refused_total{status=\"429\"} 1.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 415, 422, 503})
    void shouldNotCountWhatIsWrongBehindTheSignature(int status) {
        assertThat(asked("a", HOOK, status, 9)).isEqualTo(status);
        assertThat(asked("a", HOOK, 202, 1)).isEqualTo(202);
    }

    @Test
    void shouldNotCountALongBodyOfWhoShowedTheToken() {
        assertThat(asked("a", PAGE, 413, 9)).isEqualTo(413);
    }

    @Test
    void shouldListenToWhoSignedWithinADayWhateverOthersDoThere() {
        // given
        assertThat(asked("a", HOOK, 202, 1)).isEqualTo(202);

        // then
        assertThat(asked("a", HOOK, 401, 99)).isEqualTo(401);
        nanos.addAndGet(Duration.ofHours(23).toNanos());
        assertThat(asked("a", HOOK, 401, 99)).isEqualTo(401);
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        assertThat(asked("a", HOOK, 401, 99)).isEqualTo(429);
    }

    @Test
    void shouldForgetWhoSignedLongestAgoWhenTooManyDid() {
        ProvenCallers proven = new ProvenCallers(nanos::get);
        for (int i = 0; i <= ProvenCallers.MOST_ADDRESSES; i++) {
            proven.knew("caller " + i);
        }
        assertThat(proven.isOne("caller 0")).isFalse();
        assertThat(proven.isOne("caller 1")).isTrue();
    }

    @Test
    void shouldLeavePlacesToOthersButNotCountThoseOfWhoSigned() {
        // then: half of four places for one
        assertThat(inside("a", 2)).isEqualTo(202);
        assertThat(inside("b", 3)).isEqualTo(429);
        assertThat(asked("b", HOOK, 202, 1)).isEqualTo(202);
        assertThat(inside("b", 9)).isEqualTo(202);
    }

    /** What the innermost of so many requests at a time gets. */
    private int inside(String caller, int depth) {
        int[] innermost = {202};
        Answer outer = gatekeeper.answer(caller, HOOK, () -> {
            innermost[0] = depth == 1 ? 202 : inside(caller, depth - 1);
            return Answer.line(404, "nothing here, so this proves nothing");
        });
        return outer.status() == 429 ? 429 : innermost[0];
    }

    /** What the last of so many requests gets. */
    private int asked(String caller, Route route, int status, int times) {
        int last = 0;
        for (int i = 0; i < times; i++) {
            last = gatekeeper
                    .answer(caller, route, () -> Answer.line(status, "as it is"))
                    .status();
        }
        return last;
    }
}
