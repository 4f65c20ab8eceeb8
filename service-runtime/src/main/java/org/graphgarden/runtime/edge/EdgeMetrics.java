package org.graphgarden.runtime.edge;

import java.util.List;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.runtime.metrics.Meters;

/** The meters of the listener itself. */
public final class EdgeMetrics {

    private static final MeterSpec REFUSED = MeterSpec.counter(
            "garden.http.refused",
            "requests",
            "Requests that the listener refused before any service saw them, by HTTP status: 503 for too many at a time, 431 for"
                    + " long headers, 429 for callers that failed too often or want too many places at a time.",
            "status");

    /** All that are counted here. */
    public static final List<MeterSpec> SPECS = List.of(REFUSED);

    private final Meters meters;

    EdgeMetrics(Meters meters) {
        this.meters = meters;
    }

    void refused(int status) {
        meters.counter(REFUSED, Integer.toString(status)).increment();
    }
}
