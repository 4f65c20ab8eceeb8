package org.graphgarden.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
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
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            walk.setRecursive(true);
            add(walk, commit);
            while (walk.next()) {
                String blob = candidate(walk, 0);
                if (blob != null) {
                    long size = reader.getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
                    files.add(new TreeFile(walk.getPathString(), blob, size));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What differs between two commits, by path; {@link #NOTHING} stands for the empty tree. */
    public List<TreeChange> diff(String from, String to) {
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
        FileMode mode = walk.getFileMode(tree);
        boolean regular =
                FileMode.REGULAR_FILE.equals(mode.getBits()) || FileMode.EXECUTABLE_FILE.equals(mode.getBits());
        String path = walk.getPathString();
        boolean chosen = regular && filter.matches(path);
        return chosen && Arrays.equals(path.getBytes(StandardCharsets.UTF_8), walk.getRawPath())
                ? walk.getObjectId(tree).name()
                : null;
    }
}
