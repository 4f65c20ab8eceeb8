package org.graphgarden.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    public FetchOutcome fetch(Repository clone, @Nullable String branch) {
        if (!Files.isDirectory(path)) {
            return FetchOutcome.failed(AccessCode.UNREACHABLE, "there is no folder " + path);
        }
        try (FileRepository source = open(path)) {
            copyBoundary(source, (FileRepository) clone);
            mirror(source.getRefDatabase().getRefsByPrefix(Constants.R_HEADS), clone);
            return head(source, clone, branch);
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

    private static void mirror(List<Ref> heads, Repository clone) throws IOException {
        BatchRefUpdate batch = clone.getRefDatabase().newBatchUpdate().setAllowNonFastForwards(true);
        Set<String> kept = new TreeSet<>();
        for (Ref head : heads) {
            String name = TRACKING + head.getName().substring(Constants.R_HEADS.length());
            kept.add(name);
            Ref old = clone.exactRef(name);
            ObjectId before = old == null ? ObjectId.zeroId() : old.getObjectId();
            ObjectId after = head.getObjectId();
            if (after != null && !after.equals(before)) {
                batch.addCommand(new ReceiveCommand(before, after, name));
            }
        }
        for (Ref old : clone.getRefDatabase().getRefsByPrefix(TRACKING)) {
            if (!kept.contains(old.getName())) {
                batch.addCommand(new ReceiveCommand(old.getObjectId(), ObjectId.zeroId(), old.getName()));
            }
        }
        if (!batch.getCommands().isEmpty()) {
            try (RevWalk walk = new RevWalk(clone)) {
                batch.execute(walk, NullProgressMonitor.INSTANCE);
            }
        }
    }

    private FetchOutcome head(Repository source, Repository clone, @Nullable String branch) throws IOException {
        Ref ref = source.exactRef(branch == null ? Constants.HEAD : Constants.R_HEADS + branch);
        ObjectId commit = ref == null ? null : ref.getObjectId();
        if (ref == null || commit == null) {
            String missing = branch == null ? "HEAD has no commit yet" : "there is no branch " + branch;
            return FetchOutcome.failed(AccessCode.BRANCH_MISSING, path + ": " + missing);
        }
        try (RevWalk walk = new RevWalk(clone)) {
            walk.parseCommit(commit);
        }
        String name = ref.getLeaf().getName();
        return new FetchOutcome.Head(
                name.startsWith(Constants.R_HEADS) ? name.substring(Constants.R_HEADS.length()) : "", commit.name());
    }
}
