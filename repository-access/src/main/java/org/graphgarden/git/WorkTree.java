package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;

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

    private static RevTree tree(Repository repository, String commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(ObjectId.fromString(commit)).getTree();
        }
    }
}
