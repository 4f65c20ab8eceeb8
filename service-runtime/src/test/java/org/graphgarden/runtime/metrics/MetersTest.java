package org.graphgarden.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {

    private static final MeterSpec PICKED = MeterSpec.counter("garden.berries.picked", "berries", "Berries.", "bush");
    private static final MeterSpec RIPE = MeterSpec.gauge("garden.berries.ripe", "berries", "Ripe ones.", "bush");
    private static final MeterSpec AGE = MeterSpec.gauge("garden.berries.age", "seconds", "Age.", "bush");
    private static final MeterSpec PICKING = MeterSpec.timer("garden.picking", "How long picking takes.");

    @Test
    void shouldGiveEveryMeterTheNameThatItsSpecificationSays() {
        try (Meters meters = new Meters()) {
            // when
            meters.counter(PICKED, "north").increment(3);
            meters.gauge(RIPE, "north").accept(7);
            meters.gauge(RIPE, "north").accept(8);
            meters.gauge(AGE, () -> 12, "north");
            meters.timer(PICKING).record(Duration.ofMillis(150));

            // then
            String page = meters.scrape();
            List.of(PICKED, RIPE, AGE, PICKING).forEach(spec -> assertThat(page)
                    .contains("# HELP " + spec.prometheusName() + " " + spec.meaning()));
            assertThat(page)
                    .contains("garden_berries_picked_total{bush=\"north\"} 3.0")
                    .contains("garden_berries_ripe{bush=\"north\"} 8.0")
                    .contains("garden_berries_age_seconds{bush=\"north\"} 12.0")
                    .contains("garden_picking_seconds_bucket{le=\"0.2\"} 1");
        }
    }

    @Test
    void shouldRefuseWhatWasNotDeclared() {
        try (Meters meters = new Meters()) {
            assertThatThrownBy(() -> meters.counter(PICKED)).hasMessageContaining("has the tags [bush]");
            assertThatThrownBy(() -> meters.timer(PICKED, "north")).hasMessageContaining("is a counter");
        }
    }
}
