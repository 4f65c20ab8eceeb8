package org.graphgarden.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.graphgarden.git.CommitNote;
import org.graphgarden.ingest.change.PushPlan;
import org.graphgarden.ingest.change.RepositoryTable;
import org.graphgarden.ingest.change.SlugConflict;
import org.graphgarden.ingest.feedback.RepositoryFeedback;
import org.graphgarden.ingest.read.Hashes;
import org.graphgarden.ingest.read.Planted;
import org.graphgarden.ingest.read.TreeReading;

/**
 * Everything about a push that is known before its first transaction.
 *
 * @param head commit to publish
 * @param table the repository's files there
 * @param plan what changes
 * @param reading what looking at the files gave
 * @param conflicts files newly passed over
 * @param planted what Graph Garden planted up to there
 * @param feedback what stewards' edits say there
 * @param moves what of that is to be written
 */
record PlannedPush(
        CommitNote head,
        RepositoryTable table,
        PushPlan plan,
        TreeReading reading,
        List<SlugConflict> conflicts,
        Planted planted,
        RepositoryFeedback feedback,
        List<StandingFeedback.Move> moves) {

    /** The records to write, in order: what is wrong first, then the changes. */
    List<PushItem> items() {
        List<PushItem> items = new ArrayList<>();
        reading.refused().forEach(file -> items.add(new PushItem.Refused(file)));
        conflicts.forEach(conflict -> items.add(new PushItem.Conflicting(conflict)));
        plan.changes().forEach(change -> items.add(new PushItem.Changed(change)));
        return items;
    }

    /** Hash by which a push that was cut short is recognised. */
    String fingerprint() {
        return Hashes.of(items().stream().map(PushItem::mark).collect(Collectors.joining("\n", head.commit(), "")));
    }

    /** Files that are not in the garden though they mean to be. */
    int refused() {
        return reading.refused().size() + conflicts.size();
    }
}
