package org.graphgarden.standalone.prune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.graphgarden.git.Access;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.pruner.cycle.PrunedGarden;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.Site;

/** A garden of one repository with two patterns, tended on its own branch. */
final class Beds implements AutoCloseable {
    private final String garden;
    private final Path folder;
    private final BareClone clone;

    Beds(String garden, Path place) throws Exception {
        this.garden = garden;
        this.folder = place.resolve(garden);
        this.clone = BareClone.at(place.resolve(garden + "-clone"), Access.to(address()));
        Files.createDirectories(folder);
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            for (String slug : List.of("mint", "sage")) {
                Files.writeString(
                        folder.resolve(slug + ".md"), "---\nslug: " + slug + "\ntitle: " + slug + "\n---\n\nBody\n");
            }
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Sow").setSign(false).call();
        }
    }

    PrunedGarden pruned() {
        Site site = new Site("beds", address(), null, PathFilter.markdown(), clone);
        return new PrunedGarden(garden, List.of(site), Policy.DEFAULT, Publishing.DEFAULT.withMode(PublishMode.DIRECT));
    }

    /** Commits of the tended branch, newest first. */
    List<String> commits() throws Exception {
        try (Git git = Git.open(folder.toFile())) {
            return StreamSupport.stream(git.log().call().spliterator(), false)
                    .map(ObjectId::name)
                    .toList();
        }
    }

    /** Takes the repository away. */
    void moveAway() throws IOException {
        Files.move(folder, folder.resolveSibling(garden + "-moved"));
    }

    private RepositoryAddress address() {
        return RepositoryAddress.parse(folder.toString());
    }

    @Override
    public void close() {
        clone.close();
    }
}
