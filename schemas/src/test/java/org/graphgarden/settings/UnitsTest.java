package org.graphgarden.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "3m,PT3M", "2h,PT2H", "30d,PT720H", "1 w,PT168H"})
    void shouldReadDurations(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "3", "-3m", "3 months", "99999999999d"})
    void shouldRefuseWhatIsNoDuration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void shouldGuessOnlyWhatIsNear() {
        List<String> known = List.of("ingest.poll-interval", "prune.limit");
        assertThat(NearestName.of("prune.limits", known)).contains("prune.limit");
        assertThat(NearestName.of("colour", known)).isEmpty();
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }
}
