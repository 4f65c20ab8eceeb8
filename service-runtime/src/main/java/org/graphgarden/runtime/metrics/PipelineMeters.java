package org.graphgarden.runtime.metrics;

import java.util.List;

/** Meters that several services count, each its own part. */
public final class PipelineMeters {

    /** Values of the tag stage. */
    public static final String CLOSED = "closed";

    public static final String ENRICHED = "enriched";
    public static final String COMMITTED = "committed";

    public static final MeterSpec PUSH_LATENCY = MeterSpec.timer(
            "garden.push.latency",
            "How long a push took to a stage. closed: from the webhook's hint until its changes were in Kafka; enriched: from its"
                    + " closing until everything was inferred; committed: from its closing to the end of the cycle that took"
                    + " it in.",
            "garden",
            "repository",
            "stage");

    public static final MeterSpec PUSH_AGE = MeterSpec.gauge(
            "garden.push.age",
            "seconds",
            "Age of the oldest push that was closed and has not come to the stage enriched yet; 0 when there is none. Alert when"
                    + " it stays high; what waits for a cycle shows in garden_cycle_age_seconds.",
            "garden",
            "repository",
            "stage");

    public static final MeterSpec DEAD_LETTERS = MeterSpec.counter(
            "garden.dead.letters",
            "records",
            "What could not be processed, by reason code; garden.dead-letters holds the originals.",
            "garden",
            "stage",
            "reason");

    public static final MeterSpec OWNER = MeterSpec.gauge(
            "garden.owner",
            "gardens",
            "1 while this process is the one that works on the garden, 0 while another is. The sum over all processes is 1 for each"
                    + " garden and service; less for seconds while a garden moves. Alert when it stays 0.",
            "garden",
            "service");

    /** All of them. */
    public static final List<MeterSpec> SPECS = List.of(PUSH_LATENCY, PUSH_AGE, DEAD_LETTERS, OWNER);

    private PipelineMeters() {}
}
