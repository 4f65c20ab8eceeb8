package org.graphgarden.standalone.up;

import java.util.List;
import java.util.Optional;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestMetrics;
import org.graphgarden.ingest.IngestRights;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.runtime.health.Health;

/** The ingest service, as often as it is started; its meters go on. */
final class IngestPart implements KeptAlive.Start {
    private final ServiceContext context;
    private final IngestMetrics metrics;

    IngestPart(ServiceContext context) {
        this.context = context;
        this.metrics = new IngestMetrics(context.meters(), context.clock());
    }

    @Override
    public Running start() {
        IngestSettings settings = IngestSettings.of(context.configuration().settings("ingest"));
        List<GardenSource> gardens = context.configuration().gardens().stream()
                .map(garden -> GardenSource.of(garden, settings))
                .toList();
        IngestService service = IngestService.pacedBy(
                IngestRights.PROFILERS,
                settings,
                gardens,
                context.clients(),
                context.state().folder("ingest"),
                context.clock(),
                metrics);
        Health health = new Health();
        metrics.watch(service, health);
        service.start();
        return Running.of(() -> dead(service.alive()), health, service::close);
    }

    static Optional<String> dead(boolean alive) {
        return alive ? Optional.empty() : Optional.of("its thread died; the log says of what");
    }
}
