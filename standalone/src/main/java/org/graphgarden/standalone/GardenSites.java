package org.graphgarden.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.cycle.PrunerSettings;
import org.graphgarden.pruner.forge.ForgeSettings;
import org.graphgarden.pruner.forge.PullRequests;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.settings.Configuration;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Settings;

/**
 * What the pruner needs to know of configured gardens.
 *
 * @param configuration all settings
 */
public record GardenSites(Configuration configuration) {

    /** A garden with its repositories, policy and way of publishing. */
    public PrunedGarden pruned(GardenSettings garden, Function<RepositorySettings, BareClone> clones) {
        Settings settings = configuration.settings(PrunerSettings.NAME, garden.name());
        Publishing publishing = PrunerSettings.publishing(settings);
        Map<String, PullRequests> requests = publishing.mode() == PublishMode.PULL_REQUEST
                ? ForgeSettings.requests(settings, garden.repositories())
                : Map.of();
        return new PrunedGarden(garden.name(), sites(garden, clones), policy(garden), publishing, requests);
    }

    /** A garden's repositories, in its order. */
    public List<Site> sites(GardenSettings garden, Function<RepositorySettings, BareClone> clones) {
        return garden.repositories().stream()
                .map(repository -> site(repository, clones.apply(repository)))
                .toList();
    }

    /** A garden's policy. Unlike its way of publishing it needs no key and no token. */
    public Policy policy(GardenSettings garden) {
        return PrunerSettings.policy(configuration.settings(PrunerSettings.NAME, garden.name()));
    }

    /** A repository as the pruner reaches it. */
    public static Site site(RepositorySettings repository, BareClone clone) {
        return new Site(
                repository.name(),
                RepositoryAddress.parse(repository.url()),
                repository.branch().orElse(null),
                PathFilter.of(repository.include(), repository.exclude()),
                clone);
    }

    /** A clone for the pruner's commits; who asks closes it. */
    public BareClone clone(Path folder, RepositorySettings repository) {
        return BareClone.at(folder, access(repository));
    }

    private Access access(RepositorySettings repository) {
        Duration timeout = IngestSettings.of(configuration.settings("ingest")).fetchTimeout();
        return RepositorySource.of(repository, timeout).access();
    }
}
