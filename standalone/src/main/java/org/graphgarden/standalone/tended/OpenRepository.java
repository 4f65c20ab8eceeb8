package org.graphgarden.standalone.tended;

import java.io.IOException;
import java.nio.file.Path;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.GardenSites;
import org.graphgarden.standalone.broker.RunFolder;

/** A repository in a clone that goes when it is closed: for what is asked of a history with nothing running. */
public final class OpenRepository implements AutoCloseable {
    private final RepositorySettings settings;
    private final PathFilter filter;
    private final RunFolder folder;
    private final BareClone clone;

    /**
     * Opens one of a garden's repositories; nothing is fetched yet.
     *
     * @throws TendedException when there is no place for the clone
     */
    public OpenRepository(Tended tended, RepositorySettings settings) {
        this.settings = settings;
        filter = PathFilter.of(settings.include(), settings.exclude());
        folder = temporary();
        clone = new GardenSites(tended.configuration()).clone(folder.path().resolve("clone"), settings);
    }

    private static RunFolder temporary() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return RunFolder.create(parent);
        } catch (IOException e) {
            throw new TendedException(
                    TendedException.Kind.USAGE,
                    "the temporary folder " + parent + " cannot be used: " + e.getMessage());
        }
    }

    /** Its name inside its garden. */
    public String name() {
        return settings.name();
    }

    /** The clone; of use after the first fetch. */
    public BareClone mirror() {
        return clone;
    }

    /** As the pruner would reach it. */
    public Site site() {
        return GardenSites.site(settings, clone);
    }

    /** Which files may be patterns. */
    public PathFilter filter() {
        return filter;
    }

    /** The files of its commits that may be patterns. */
    public PatternTree tree() {
        return clone.tree(filter);
    }

    /**
     * Brings all branches.
     *
     * @return the followed branch as it stands now
     * @throws TendedException when it cannot be reached
     */
    public FetchOutcome.Head fetch() {
        FetchOutcome outcome = clone.fetch(settings.branch().orElse(null));
        if (outcome instanceof FetchOutcome.Head head) {
            return head;
        }
        FetchOutcome.Failed failed = (FetchOutcome.Failed) outcome;
        throw new TendedException(
                TendedException.Kind.REPOSITORY,
                failed.failure().message() + "; " + failed.failure().code().remedy());
    }

    @Override
    public void close() {
        clone.close();
        folder.close();
    }
}
