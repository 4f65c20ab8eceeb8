package org.graphgarden.standalone.tend;

import org.graphgarden.git.BareClone;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.TreeChange;
import org.jspecify.annotations.Nullable;

/** What a cycle's commit changes, as a unified diff; also of a commit that was made but not published. */
final class CycleDiff {
    private static final byte[] NOTHING = {};

    private CycleDiff() {}

    /** The diff of a garden commit to its parent; empty when the clone does not hold the commit. */
    static String of(BareClone clone, String commit) {
        if (!clone.open() || !clone.history().knows(commit)) {
            return "";
        }
        PathFilter all = PathFilter.markdown();
        StringBuilder diff = new StringBuilder();
        try (BlobReader blobs = clone.tree(all).reader()) {
            clone.history().gardenCommits(commit, all).stream()
                    .filter(found -> found.note().commit().equals(commit))
                    .flatMap(found -> found.changes().stream())
                    .forEach(change -> diff.append(of(blobs, change)));
        }
        return diff.toString();
    }

    private static String of(BlobReader blobs, TreeChange change) {
        return UnifiedDiff.of(change.path(), bytes(blobs, change.before()), bytes(blobs, change.after()));
    }

    private static byte[] bytes(BlobReader blobs, @Nullable String blob) {
        return blob != null && blobs.read(blob) instanceof BlobContent.Bytes content ? content.bytes() : NOTHING;
    }
}
