package org.graphgarden.standalone.tend;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.GardenHistory;

/** What a cycle's commit changes, as a unified diff; also of a commit that was made but not published. */
final class CycleDiff {
    private CycleDiff() {}

    /** The diff of a garden commit to its parent; empty when the clone does not hold the commit. */
    static String of(BareClone clone, String commit) {
        if (!clone.open()) {
            return "";
        }
        GardenHistory history = clone.history();
        if (!history.knows(commit)) {
            return "";
        }
        ByteArrayOutputStream diff = new ByteArrayOutputStream();
        clone.diff(history.parent(commit), commit, diff);
        return diff.toString(StandardCharsets.UTF_8);
    }
}
