package org.graphgarden.ingest.read;

import org.graphgarden.git.BareClone;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PathFilter;

/**
 * What was planted, as of one commit after another. The whole history is read once; from a commit to a descendant only what
 * came in between, so a push costs the same however long the history is. One thread at a time.
 */
public final class PlantedHistory {

    private final PathFilter filter;
    private String last = "";
    private Planted planted = Planted.NOTHING;

    /** Of the files that a filter chooses. */
    public PlantedHistory(PathFilter filter) {
        this.filter = filter;
    }

    /** What was planted up to a commit of the clone. */
    Planted at(BareClone clone, String commit, BlobWork work) {
        GardenHistory history = clone.history();
        boolean onward = !last.isEmpty() && history.continues(commit, last);
        Planted before = onward ? planted : Planted.NOTHING;
        planted = before.and(history.gardenCommits(commit, onward ? last : null, filter), clone.tree(filter), work);
        last = commit;
        return planted;
    }
}
