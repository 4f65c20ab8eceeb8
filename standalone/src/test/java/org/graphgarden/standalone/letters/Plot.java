package org.graphgarden.standalone.letters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.ingest.GardenSource;
import org.graphgarden.ingest.IngestListener;
import org.graphgarden.ingest.IngestService;
import org.graphgarden.ingest.IngestSettings;
import org.graphgarden.ingest.RepositorySource;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;

/** A garden of one repository, {@code beds}. */
final class Plot implements AutoCloseable {
    private final String garden;
    private final Path folder;
    private final Git git;
    private final BareClone clone;

    Plot(String garden, Path place) throws Exception {
        this.garden = garden;
        this.folder = place.resolve(garden);
        this.git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call();
        this.clone = BareClone.at(place.resolve(garden + "-clone"), Access.to(address()));
    }

    Plot pattern(String slug, String more) throws Exception {
        Files.writeString(
                folder.resolve(slug + ".md"),
                "---\nslug: " + slug + "\ntitle: " + slug + "\n" + more + "---\n\nBody of " + slug + "\n");
        return this;
    }

    void commit() throws Exception {
        git.add().addFilepattern(".").call();
        git.commit().setMessage("Sow").setSign(false).call();
    }

    IngestService ingest(KafkaClients clients, Path state) {
        RepositorySource source =
                new RepositorySource("beds", Access.to(address()), null, List.of("**/*.md"), List.of());
        return new IngestService(
                new IngestSettings(Duration.ofHours(1), Duration.ofSeconds(10), 100, 1),
                List.of(new GardenSource(garden, List.of(source))),
                clients,
                state,
                Clock.systemUTC(),
                IngestListener.SILENT);
    }

    PrunedGarden pruned() {
        Site site = new Site("beds", address(), null, PathFilter.markdown(), clone);
        return new PrunedGarden(garden, List.of(site), Policy.DEFAULT, Publishing.DEFAULT.withMode(PublishMode.DIRECT));
    }

    private RepositoryAddress address() {
        return RepositoryAddress.parse(folder.toString());
    }

    @Override
    public void close() {
        clone.close();
        git.close();
    }
}
