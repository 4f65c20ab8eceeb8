package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The checked-out files of a local repository, which have to follow when their branch is moved from outside. */
public final class WorkTree {

    private final Path path;

    private WorkTree(Path path) {
        this.path = path;
    }

    /** The work tree in which a local repository has {@code branch} checked out, if it has one. */
    public static Optional<WorkTree> of(RepositoryAddress address, String branch) {
        Path path = address.localPath();
        if (path == null || !Files.exists(path.resolve(Constants.DOT_GIT))) {
            return Optional.empty();
        }
        try (Repository repository = LocalSource.open(path)) {
            boolean checkedOut = (Constants.R_HEADS + branch).equals(repository.getFullBranch());
            return checkedOut ? Optional.of(new WorkTree(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commit that is checked out. */
    public String head() {
        try (Repository repository = LocalSource.open(path)) {
            return ObjectId.toString(repository.resolve(Constants.HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether index and tracked files are those of a commit; files that Git does not know do not matter. */
    public boolean matches(String commit) {
        try (Repository repository = LocalSource.open(path)) {
            IndexDiff diff = new IndexDiff(repository, ObjectId.fromString(commit), new FileTreeIterator(repository));
            diff.diff();
            return Stream.of(
                            diff.getAdded(),
                            diff.getChanged(),
                            diff.getRemoved(),
                            diff.getMissing(),
                            diff.getModified(),
                            diff.getConflicting())
                    .allMatch(Set::isEmpty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings index and files from one commit to another; only files that differ between the two are touched, and none when
     * one of them holds changes of its own. Doing it twice does no harm.
     *
     * @throws UncheckedIOException when it cannot be done
     */
    public void advance(String from, String to) {
        try (Repository repository = LocalSource.open(path)) {
            DirCacheCheckout checkout = new DirCacheCheckout(
                    repository, tree(repository, from), repository.lockDirCache(), tree(repository, to));
            checkout.setFailOnConflict(true);
            checkout.checkout();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what a killed process had begun with {@link #advance}: the index is as of the first commit, each file as of the first or
     * the second. Nothing happens when anything else stands there.
     *
     * @throws UncheckedIOException when it cannot be done
     */
    public void finish(String from, String to) {
        try (Repository repository = LocalSource.open(path)) {
            IndexDiff diff = new IndexDiff(repository, ObjectId.fromString(from), new FileTreeIterator(repository));
            diff.diff();
            boolean untouched = Stream.of(
                            diff.getAdded(),
                            diff.getChanged(),
                            diff.getRemoved(),
                            diff.getMissing(),
                            diff.getConflicting())
                    .allMatch(Set::isEmpty);
            if (!untouched || !areAsOf(to, diff.getModified(), repository)) {
                return;
            }
            LeftLocks.releaseIndex(repository.getIndexFile().toPath());
            removeUnfinished(repository, from, to);
            DirCacheCheckout checkout =
                    new DirCacheCheckout(repository, repository.lockDirCache(), tree(repository, to));
            checkout.setFailOnConflict(false);
            checkout.checkout();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean areAsOf(String commit, Set<String> paths, Repository repository) throws IOException {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            for (String file : paths) {
                ObjectId stands = formatter.idFor(Constants.OBJ_BLOB, Files.readAllBytes(path.resolve(file)));
                try (TreeWalk found = TreeWalk.forPath(repository, file, tree(repository, commit))) {
                    if (found == null || !found.getObjectId(0).equals(stands)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** JGit writes a file beside its place, under a name that nobody else gives. */
    private void removeUnfinished(Repository repository, String from, String to) throws IOException {
        for (TreeChange change : new PatternTree(repository, PathFilter.of(List.of("**"), List.of())).diff(from, to)) {
            Path file = path.resolve(change.path());
            String prefix = "._" + file.getFileName();
            try (DirectoryStream<Path> unfinished =
                    Files.newDirectoryStream(file.resolveSibling(""), name -> isUnfinished(name, prefix))) {
                for (Path each : unfinished) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static boolean isUnfinished(Path file, String prefix) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d+\\.tmp");
    }

    private static RevTree tree(Repository repository, String commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(ObjectId.fromString(commit)).getTree();
        }
    }
}
