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

    /** All that are counted here. */
    public static final List<MeterSpec> SPECS = List.of(ANSWERS);

    private final Meters meters;

    public WebhookMetrics(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void answered(String forge, int status, Duration time) {
        meters.timer(ANSWERS, forge, Integer.toString(status)).record(time);
    }
}
