package org.graphgarden.ingest.webhook;

import java.time.Duration;
import java.util.List;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.runtime.metrics.Meters;

/** The meters of webhooks. */
public final class WebhookMetrics implements WebhookListener {

    private static final MeterSpec ANSWERS = MeterSpec.timer(
            "garden.webhook.answers",
            "Deliveries by HTTP status of the answer, and how long the answer took. Aim: 0.2 s at the 99th percentile.",
            "forge",
            "status");

    private static final MeterSpec MERGED = MeterSpec.counter(
            "garden.webhook.merged",
            "deliveries",
            "Deliveries that came faster than webhook.deliveries-per-minute: answered with 202, and one look behind them finds what"
                    + " they told.",
            "garden",
            "repository");

    /** All that are counted here. */
    public static final List<MeterSpec> SPECS = List.of(ANSWERS, MERGED);

    private final Meters meters;

    public WebhookMetrics(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void answered(String forge, int status, Duration time) {
        meters.timer(ANSWERS, forge, Integer.toString(status)).record(time);
    }

    @Override
    public void merged(String garden, String repository) {
        meters.counter(MERGED, garden, repository).increment();
    }
}
