package org.graphgarden.standalone.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void shouldTellAllThatIsKnown() {
        // given
        GardenStatus garden = new GardenStatus(
                "library",
                List.of(new GardenStatus.Repository(
                        "main", "0123456789abcdef0123456789abcdef01234567", 7, OptionalDouble.of(75.5))),
                new GardenStatus.Lag(1_234, 3.25),
                Optional.of(new GardenStatus.Cycle(
                        "2026-03-02T05:00:00Z", "published", 12, Instant.parse("2026-03-02T05:00:09Z"))),
                Optional.of(Instant.parse("2026-03-09T05:00:00Z")),
                Map.of("TOO_LARGE", 1L, "INVALID_YAML", 2L));
        // when, then
        assertThat(StatusTable.of(List.of(garden), NOW))
                .containsExactly(
                        "garden library",
                        "  repository               commit        pushes  last look",
                        "  main                     0123456789ab       7  1 min 15 s ago",
                        "  lag           1,234 records, 3.3 s",
                        "  last cycle    2026-03-02T05:00:00Z, published, 12 sections, 3 d 6 h ago",
                        "  next cycle    2026-03-09T05:00:00Z, in 3 d 17 h",
                        "  dead letters  3 in 30 days: INVALID_YAML 2, TOO_LARGE 1");
        assertThat(StatusJson.of(List.of(garden)))
                .contains("\"lookAgeSeconds\" : 75.5", "\"nextCycle\" : \"2026-03-09T05:00:00Z\"", "\"TOO_LARGE\" : 1");
    }

    @Test
    void shouldSayWhatIsNotKnown() {
        // given
        GardenStatus garden = new GardenStatus(
                "new",
                List.of(new GardenStatus.Repository("main", "", 0, OptionalDouble.empty())),
                new GardenStatus.Lag(0, 0),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        // when, then
        assertThat(StatusTable.of(List.of(garden), NOW))
                .containsExactly(
                        "garden new",
                        "  repository               commit        pushes  last look",
                        "  main                     -                  0  not known",
                        "  lag           0 records, 0.0 s",
                        "  last cycle    none yet",
                        "  next cycle    when asked",
                        "  dead letters  none in 30 days");
        assertThat(StatusJson.of(List.of(garden))).contains("\"commit\" : null", "\"lookAgeSeconds\" : null");
    }
}
