package org.graphgarden.standalone.up;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.git.BareClone;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerMetrics;
import org.graphgarden.pruner.cycle.PrunerService;
import org.graphgarden.runtime.health.Health;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.standalone.GardenSites;

/** The pruner service, as often as it is started; its meters go on. */
final class PrunerPart implements KeptAlive.Start, AutoCloseable {
    private final ServiceContext context;
    private final PrunerMetrics metrics;

    PrunerPart(ServiceContext context) {
        this.context = context;
        this.metrics = new PrunerMetrics(context.meters(), context.clients(), context.clock());
    }

    @Override
    public Running start() {
        List<BareClone> clones = new ArrayList<>();
        GardenSites sites = new GardenSites(context.configuration());
        List<PrunedGarden> gardens = context.configuration().gardens().stream()
                .map(garden -> pruned(sites, garden, clones))
                .toList();
        PrunerService service = new PrunerService(PrunerService.Setup.of(context.clients(), gardens, metrics));
        Health health = new Health();
        metrics.watch(service, health);
        service.start();
        return Running.of(() -> IngestPart.dead(service.alive()), health, () -> {
            service.close();
            clones.forEach(BareClone::close);
        });
    }

    private PrunedGarden pruned(GardenSites sites, GardenSettings garden, List<BareClone> clones) {
        return sites.pruned(garden, repository -> {
            BareClone clone = sites.clone(
                    context.state().folder("pruner/" + garden.name()).resolve(repository.name()), repository);
            clones.add(clone);
            return clone;
        });
    }

    @Override
    public void close() {
        metrics.close();
    }
}
