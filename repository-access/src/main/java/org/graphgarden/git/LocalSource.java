package org.graphgarden.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.jspecify.annotations.Nullable;

/**
 * A repository on this machine: bare, with a work tree, a linked work tree, or shallow. Its objects are borrowed and only
 * its refs are copied, so a fetch takes milliseconds and writes nothing there.
 */
final class LocalSource implements Source {

    private final Path path;

    LocalSource(RepositoryAddress address) {
        this.path = Objects.requireNonNull(address.localPath());
    }

    /** Opens the repository at a path: a bare one, or the one whose work tree the path is. */
    static FileRepository open(Path path) throws IOException {
        boolean workTree = Files.exists(path.resolve(Constants.DOT_GIT));
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
        FileRepositoryBuilder placed = workTree
                ? builder.setWorkTree(path.toFile())
                : builder.setGitDir(path.toFile()).setBare();
        FileRepository repository = (FileRepository) placed.build();
        if (repository.getObjectDatabase().exists() && repository.exactRef(Constants.HEAD) != null) {
            return repository;
        }
        repository.close();
        throw new RepositoryNotFoundException(path.toFile());
    }

    @Override
    public List<File> borrowedObjects() {
        try (FileRepository source = open(path)) {
            return List.of(source.getObjectDatabase().getDirectory());
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public FetchOutcome fetch(Repository clone, WantedBranches wanted) {
        if (!Files.isDirectory(path)) {
            return FetchOutcome.failed(AccessCode.UNREACHABLE, "there is no folder " + path);
        }
        try (FileRepository source = open(path)) {
            copyBoundary(source, (FileRepository) clone);
            FetchOutcome head = head(source, clone, wanted.followed());
            if (head instanceof FetchOutcome.Head found) {
                mirror(source, clone, wanted, found.branch());
            }
            return head;
        } catch (RepositoryNotFoundException e) {
            return FetchOutcome.failed(AccessCode.NOT_A_REPOSITORY, path + " is not a Git repository");
        } catch (MissingObjectException e) {
            return FetchOutcome.failed(AccessCode.CORRUPT, path + ": " + e.getMessage());
        } catch (IOException e) {
            return new FetchOutcome.Failed(Failures.classify(path.toString(), e));
        }
    }

    /** Where a shallow repository's history ends, that of its borrower must end too. */
    private static void copyBoundary(FileRepository source, FileRepository clone) throws IOException {
        ObjectDirectory objects = clone.getObjectDatabase();
        Set<ObjectId> boundary = source.getObjectDatabase().getShallowCommits();
        if (!objects.getShallowCommits().equals(boundary)) {
            objects.setShallowCommits(boundary);
        }
    }

    private static void mirror(Repository source, Repository clone, WantedBranches wanted, String followed)
            throws IOException {
        BatchRefUpdate batch = clone.getRefDatabase().newBatchUpdate().setAllowNonFastForwards(true);
        Map<String, ObjectId> there = branches(source, Constants.R_HEADS);
        there.keySet().removeIf(branch -> !wanted.include(branch, followed));
        // What is not wanted any more goes as well: it may stand where a branch below its name has to.
        Map<String, ObjectId> here = branches(clone, TRACKING);
        there.forEach((branch, after) -> {
            ObjectId before = here.getOrDefault(branch, ObjectId.zeroId());
            if (!after.equals(before)) {
                batch.addCommand(new ReceiveCommand(before, after, TRACKING + branch));
            }
        });
        here.forEach((branch, before) -> {
            if (!there.containsKey(branch)) {
                batch.addCommand(new ReceiveCommand(before, ObjectId.zeroId(), TRACKING + branch));
            }
        });
        if (!batch.getCommands().isEmpty()) {
            try (RevWalk walk = new RevWalk(clone)) {
                batch.execute(walk, NullProgressMonitor.INSTANCE);
            }
            for (ReceiveCommand command : batch.getCommands()) {
                requireDone(command);
            }
        }
    }

    private static void requireDone(ReceiveCommand command) throws IOException {
        switch (command.getResult()) {
            case OK -> {}
            // A branch stood on a commit that the source has thrown away: the clone has to be made anew.
            case REJECTED_MISSING_OBJECT -> throw new MissingObjectException(command.getOldId(), Constants.TYPE_COMMIT);
            default ->
                throw new IOException(
                        "the clone's " + command.getRefName() + " cannot be written: " + command.getResult());
        }
    }

    private static Map<String, ObjectId> branches(Repository repository, String prefix) throws IOException {
        Map<String, ObjectId> branches = new TreeMap<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
            String branch = ref.getName().substring(prefix.length());
            if (ref.getObjectId() != null) {
                branches.put(branch, ref.getObjectId());
            }
        }
        return branches;
    }

    private FetchOutcome head(Repository source, Repository clone, @Nullable String branch) throws IOException {
        Ref ref = source.exactRef(branch == null ? Constants.HEAD : Constants.R_HEADS + branch);
        ObjectId commit = ref == null ? null : ref.getObjectId();
        if (ref == null || commit == null) {
            return branch == null
                    ? FetchOutcome.failed(AccessCode.EMPTY, path + ": HEAD is on no branch that has a commit")
                    : FetchOutcome.failed(AccessCode.BRANCH_MISSING, path + ": there is no branch " + branch);
        }
        try (RevWalk walk = new RevWalk(clone)) {
            walk.parseCommit(commit);
        }
        String name = ref.getLeaf().getName();
        return new FetchOutcome.Head(
                name.startsWith(Constants.R_HEADS) ? name.substring(Constants.R_HEADS.length()) : "", commit.name());
    }
}
