package org.graphgarden.standalone;

import java.util.List;
import java.util.stream.Stream;
import org.graphgarden.inference.stream.InferenceMetrics;
import org.graphgarden.ingest.IngestMetrics;
import org.graphgarden.ingest.webhook.WebhookMetrics;
import org.graphgarden.pruner.cycle.PrunerMetrics;
import org.graphgarden.runtime.edge.EdgeMetrics;
import org.graphgarden.runtime.metrics.MeterSpec;
import org.graphgarden.runtime.metrics.PipelineMeters;

/** Every meter of every service. */
public final class GardenMeters {
    /** All of them. */
    public static final List<MeterSpec> ALL = Stream.of(
                    EdgeMetrics.SPECS,
                    PipelineMeters.SPECS,
                    IngestMetrics.SPECS,
                    WebhookMetrics.SPECS,
                    InferenceMetrics.SPECS,
                    PrunerMetrics.SPECS)
            .flatMap(List::stream)
            .toList();

    private GardenMeters() {}
}
