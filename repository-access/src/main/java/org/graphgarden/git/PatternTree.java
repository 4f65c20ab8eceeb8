package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The candidate files of commits: regular files that a filter chooses. Symbolic links and submodules are never followed,
 * and a path that is not UTF-8 is passed over, because it could not be written back as it was.
 */
public final class PatternTree {

    /** Stands for the empty tree where a commit is asked for. */
    public static final String NOTHING = "";

    private final Repository repository;
    private final PathFilter filter;

    PatternTree(Repository repository, PathFilter filter) {
        this.repository = repository;
        this.filter = filter;
    }

    /** The files of a commit, by path. */
    public List<TreeFile> list(String commit) {
        List<TreeFile> files = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            add(walk, commit);
            while (walk.next()) {
                String blob = candidate(walk, 0);
                if (blob != null) {
                    files.add(new TreeFile(walk.getPathString(), blob));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What differs between two commits, by path; {@link #NOTHING} stands for the empty tree. */
    public List<TreeChange> diff(String from, String to) {
        return diff(from, to, (path, reason) -> {});
    }

    /**
     * The same, and tells of each new or changed entry of {@code to} that is no candidate.
     *
     * @param passed is told its path (bytes that are not UTF-8 as {@code \\ooo}) and why
     */
    public List<TreeChange> diff(String from, String to, BiConsumer<String, PassedOver> passed) {
        List<TreeChange> changes = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            add(walk, from);
            add(walk, to);
            while (walk.next()) {
                String before = candidate(walk, 0);
                String after = candidate(walk, 1);
                if (before == null ? after != null : !before.equals(after)) {
                    changes.add(new TreeChange(walk.getPathString(), before, after));
                }
                if (after == null && !FileMode.MISSING.equals(walk.getRawMode(1))) {
                    passed.accept(RawPath.shown(walk.getRawPath()), reason(walk));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changes;
    }

    /** A reader of blobs for one thread. */
    public BlobReader reader() {
        return new BlobReader(repository.newObjectReader());
    }

    private void add(TreeWalk walk, String commit) throws IOException {
        if (commit.equals(NOTHING)) {
            walk.addTree(new EmptyTreeIterator());
        } else {
            try (RevWalk revisions = new RevWalk(repository)) {
                walk.addTree(revisions.parseCommit(ObjectId.fromString(commit)).getTree());
            }
        }
    }

    private @Nullable String candidate(TreeWalk walk, int tree) {
        int mode = walk.getRawMode(tree);
        boolean regular = FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
        return regular && RawPath.isUtf8(walk.getRawPath()) && filter.matches(walk.getPathString())
                ? walk.getObjectId(tree).name()
                : null;
    }

    private static PassedOver reason(TreeWalk walk) {
        int mode = walk.getRawMode(1);
        if (FileMode.SYMLINK.equals(mode)) {
            return PassedOver.SYMLINK;
        }
        if (FileMode.GITLINK.equals(mode)) {
            return PassedOver.SUBMODULE;
        }
        return RawPath.isUtf8(walk.getRawPath()) ? PassedOver.NOT_CHOSEN : PassedOver.PATH_NOT_UTF8;
    }
}
