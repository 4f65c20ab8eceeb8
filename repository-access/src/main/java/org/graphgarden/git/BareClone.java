package org.graphgarden.git;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A bare clone in a folder of its own. It is a cache: it may be deleted at any time, is made beside its place and moved
 * there when complete, and is made anew when it is damaged or belongs to another address. The objects of a local
 * repository are borrowed, not copied.
 *
 * <p>Safe for several threads; only one fetch runs at a time, and reading does not wait for it.
 */
public final class BareClone implements AutoCloseable {

    /** What the names of Graph Garden's own branches begin with, unless they are configured otherwise. */
    public static final String GARDEN_BRANCHES = "graph-garden/";

    private final Path directory;
    private final Access access;
    private final Source source;
    private final ReentrantLock fetches = new ReentrantLock();
    private boolean swept;
    private volatile boolean doubted;
    private @Nullable FileRepository repository;

    private BareClone(Path directory, Access access) {
        this.directory = directory;
        this.access = access;
        this.source = Source.of(access);
    }

    /**
     * A clone that is made at the first fetch, or found from an earlier run.
     *
     * @param directory where it is; nothing else may be kept there
     */
    public static BareClone at(Path directory, Access access) {
        QuietSystem.install();
        return new BareClone(directory.toAbsolutePath().normalize(), access);
    }

    /**
     * Brings all branches, if they are not here as they are.
     *
     * @param branch short name of the branch whose head is wanted; null for the one the source's HEAD is on
     */
    public FetchOutcome fetch(@Nullable String branch) {
        return fetch(branch, "");
    }

    /**
     * Brings a branch, and those whose short name begins with {@code others}, such as {@link #GARDEN_BRANCHES}. A remote is asked
     * first where they stand; nothing is fetched when they stand so here.
     *
     * @param branch short name of the branch whose head is wanted; null for the one the source's HEAD is on
     * @param others prefix of further branches; empty for all
     */
    public FetchOutcome fetch(@Nullable String branch, String others) {
        WantedBranches wanted = new WantedBranches(branch, others);
        fetches.lock();
        try {
            sweepOnce();
            FileRepository present = doubted ? null : opened();
            if (present != null) {
                FetchOutcome outcome = source.fetch(present, wanted);
                if (!corrupt(outcome)) {
                    return outcome;
                }
            }
            return cloneAnew(wanted);
        } catch (IOException e) {
            return new FetchOutcome.Failed(Failures.classify(directory.toString(), e));
        } finally {
            fetches.unlock();
        }
    }

    /**
     * Whether reading failed because objects are missing or damaged here; then the next fetch makes the clone anew.
     *
     * @return what is wrong, or null when it is something else
     */
    public @Nullable AccessFailure damage(UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        AccessFailure failure = Failures.classify(access.address().toString(), cause);
        if (failure.code() != AccessCode.CORRUPT) {
            return null;
        }
        doubted = true;
        return failure;
    }

    /** Opens what an earlier fetch, perhaps of another process, left here; false when there is nothing. */
    public boolean open() {
        try {
            return opened() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Head of a branch as of the last fetch or push, or null when there is no such branch. */
    public @Nullable String branchHead(String branch) {
        try {
            Ref ref = repository().exactRef(Source.TRACKING + branch);
            ObjectId commit = ref == null ? null : ref.getObjectId();
            return commit == null ? null : commit.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Heads of Graph Garden's own branches as of the last fetch, by short name. Those that are gone from the remote are not
     * among them.
     */
    public SortedMap<String, String> gardenHeads() {
        SortedMap<String, String> heads = new TreeMap<>();
        try {
            for (Ref ref : repository().getRefDatabase().getRefsByPrefix(Source.TRACKING + GARDEN_BRANCHES)) {
                heads.put(
                        ref.getName().substring(Source.TRACKING.length()),
                        ref.getObjectId().name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heads;
    }

    /** The files of its commits that {@code filter} chooses. */
    public PatternTree tree(PathFilter filter) {
        return new PatternTree(repository(), filter);
    }

    /** Its history. */
    public GardenHistory history() {
        return new GardenHistory(repository());
    }

    /**
     * Writes the difference between two commits as a unified diff, as {@code git diff} would.
     *
     * @param out stays open
     */
    public void diff(String from, String to, OutputStream out) {
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.setRepository(repository());
            formatter.format(ObjectId.fromString(from), ObjectId.fromString(to));
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Joins the packs that cycles leave, when there are many, and lets go what no branch reaches any more. To be called while nothing
     * else writes here. A repository whose objects are borrowed is not touched.
     *
     * @param atMost when to give up, leaving everything as it was
     */
    public void tidy(Duration atMost) {
        try {
            CloneTidying.tidy(repository(), !source.borrowedObjects().isEmpty(), atMost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes commits and pushes them. */
    public Publisher publisher() {
        return new Publisher(repository(), access);
    }

    @Override
    public synchronized void close() {
        if (repository != null) {
            repository.close();
            repository = null;
        }
    }

    private synchronized FileRepository repository() {
        if (repository == null) {
            throw new IllegalStateException("nothing has been fetched into " + directory + " yet");
        }
        return repository;
    }

    private static boolean corrupt(FetchOutcome outcome) {
        return outcome instanceof FetchOutcome.Failed failed && failed.failure().code() == AccessCode.CORRUPT;
    }

    private synchronized @Nullable FileRepository opened() throws IOException {
        if (repository == null) {
            repository = openExisting();
        }
        return repository;
    }

    private @Nullable FileRepository openExisting() throws IOException {
        if (!Files.isDirectory(directory)) {
            return null;
        }
        FileRepository found = open(directory);
        if (access.address().location().equals(found.getConfig().getString("remote", "origin", "url"))) {
            return found;
        }
        found.close();
        return null;
    }

    /** As this process owns the clone, whatever stands in the way before its first fetch was left by a killed one. */
    private void sweepOnce() throws IOException {
        if (!swept) {
            CloneFolder.sweep(directory);
            if (Files.isDirectory(directory)) {
                LeftLocks.sweep(directory);
            }
            swept = true;
        }
    }

    private FetchOutcome cloneAnew(WantedBranches wanted) throws IOException {
        Path fresh = CloneFolder.beside(directory);
        try {
            FetchOutcome outcome;
            try (FileRepository made = create(fresh)) {
                outcome = source.fetch(made, wanted);
            }
            if (outcome instanceof FetchOutcome.Head) {
                replaceBy(fresh);
            }
            return outcome;
        } finally {
            CloneFolder.delete(fresh);
        }
    }

    private synchronized void replaceBy(Path fresh) throws IOException {
        close();
        CloneFolder.replace(directory, fresh);
        repository = open(directory);
        doubted = false;
    }

    private FileRepository create(Path place) throws IOException {
        FileRepository made = open(place);
        made.create(true);
        StoredConfig config = made.getConfig();
        config.setString("remote", "origin", "url", access.address().location());
        config.setBoolean("core", null, "logAllRefUpdates", false);
        config.save();
        return made;
    }

    private FileRepository open(Path place) throws IOException {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().setGitDir(place.toFile()).setBare();
        source.borrowedObjects().forEach(builder::addAlternateObjectDirectory);
        return (FileRepository) builder.build();
    }
}
