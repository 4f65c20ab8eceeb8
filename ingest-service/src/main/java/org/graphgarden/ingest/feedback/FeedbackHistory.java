package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.git.BareClone;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.graphgarden.ingest.read.BlobWork;
import org.jspecify.annotations.Nullable;

/**
 * What stewards' edits say, as of one commit after another. What a commit's ancestry says is worked out once and kept under its
 * id: it depends on nothing else, so looking again after a push is the same as looking for the first time, whatever was
 * merged, rewritten or deleted in between. One thread at a time.
 */
public final class FeedbackHistory {

    private final PathFilter filter;
    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final Sketches sketches = new Sketches();
    private final Snapshot nothing;
    private TreeSet<String> tips = new TreeSet<>();
    private boolean wasCut;

    /** Of the files that a filter chooses. */
    public FeedbackHistory(PathFilter filter) {
        this.filter = filter;
        this.nothing = Snapshot.empty(new Directory());
    }

    /**
     * What holds at the head of a branch.
     *
     * @param branches heads of Graph Garden's own branches, by name
     * @param names slugs and ids of the patterns at the head
     */
    public RepositoryFeedback at(
            BareClone clone, String head, SortedMap<String, String> branches, PatternNames names, BlobWork work) {
        TreeSet<String> heads = new TreeSet<>(branches.values());
        heads.add(head);
        read(clone, heads, work);
        PatternTree tree = clone.tree(filter);
        Map<String, String> blobs = new HashMap<>();
        try (BlobReader reader = tree.reader()) {
            Judge judge = new Judge(snapshot(head), names, path -> {
                if (blobs.isEmpty()) {
                    tree.list(head).forEach(file -> blobs.put(file.path(), file.blob()));
                }
                String blob = blobs.get(path);
                return blob == null ? null : sketches.of(blob, wanted -> sketch(reader, wanted));
            });
            for (String branch : branches.values()) {
                // What is merged is told by the head.
                if (!clone.history().stories(List.of(branch), List.of(head)).isEmpty()) {
                    judge.hear(forgottenSince(clone, head, branch));
                }
            }
            return judge.verdicts();
        }
    }

    /** A branch without what the followed one lets be forgotten and the branch does not know of. */
    private Snapshot forgottenSince(BareClone clone, String head, String branch) {
        Snapshot heard = snapshot(branch);
        for (CommitStory story : clone.history().stories(List.of(head), List.of(branch))) {
            Maker by = Maker.of(story.note(), false);
            heard = Step.forget(heard, CommitWords.forgets(story.message()), by, false);
        }
        return heard;
    }

    private void read(BareClone clone, TreeSet<String> heads, BlobWork work) {
        GardenHistory history = clone.history();
        boolean cut = history.cutOff();
        if (cut || wasCut) {
            // Parents may come to light that were not there before.
            snapshots.clear();
            tips.clear();
        }
        wasCut = cut;
        PatternTree tree = clone.tree(filter);
        try (BlobReader reader = tree.reader()) {
            for (CommitStory story : history.stories(heads, tips)) {
                work.checkCancelled();
                Snapshot told = tell(story, history, tree, reader, work);
                if (told != nothing) {
                    snapshots.put(story.note().commit(), told);
                }
            }
        }
        sketches.rest();
        tips = heads;
    }

    private Snapshot tell(
            CommitStory story, GardenHistory history, PatternTree tree, BlobReader reader, BlobWork work) {
        String commit = story.note().commit();
        Snapshot known = snapshots.get(commit);
        if (known != null) {
            return known;
        }
        boolean merge = story.parents().size() > 1;
        boolean plants = story.note().byGarden() && !merge && !story.note().cutOff();
        List<Snapshot> parents = story.parents().stream().map(this::snapshot).toList();
        if (!plants && parents.stream().allMatch(parent -> parent == nothing)) {
            return nothing;
        }
        Maker by = Maker.of(story.note(), Reverts.ours(history, story));
        Snapshot told = null;
        for (int i = 0; i < Math.max(1, parents.size()); i++) {
            String parent =
                    parents.isEmpty() ? PatternTree.NOTHING : story.parents().get(i);
            Snapshot before = parents.isEmpty() ? nothing : parents.get(i);
            Snapshot view = before == nothing && !plants
                    ? nothing
                    : step(before, tree.diff(parent, commit), by, plants, tree, reader, work);
            told = told == null ? view : Snapshot.merge(told, view, by);
        }
        return Step.forget(told == null ? nothing : told, CommitWords.forgets(story.message()), by, true);
    }

    private Snapshot step(
            Snapshot before,
            List<TreeChange> changes,
            Maker by,
            boolean plants,
            PatternTree tree,
            BlobReader reader,
            BlobWork work) {
        List<String> many = new ArrayList<>();
        for (TreeChange change : changes) {
            boolean known = before.at(change.path()) != null;
            boolean edited = change.before() != null && change.after() != null;
            add(many, plants || (edited && !known) ? change.before() : null);
            add(many, plants || edited ? change.after() : null);
        }
        sketches.readAhead(many, tree, work, FeedbackHistory::sketch);
        return Step.of(before, changes, by, plants, blob -> sketches.of(blob, wanted -> sketch(reader, wanted)));
    }

    private Snapshot snapshot(String commit) {
        return snapshots.getOrDefault(commit, nothing);
    }

    private static void add(List<String> blobs, @Nullable String blob) {
        if (blob != null) {
            blobs.add(blob);
        }
    }

    private static @Nullable Sketch sketch(BlobReader reader, String blob) {
        return reader.read(blob) instanceof BlobContent.Bytes content
                        && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern
                ? Sketch.of(pattern.document()).orElse(null)
                : null;
    }
}
