package org.graphgarden.pruner.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphgarden.format.BlockSpan;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SpliceResult;
import org.graphgarden.format.Splicer;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeEdit;
import org.graphgarden.pruner.plan.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as they were spliced into a commit in the making.
 *
 * @param revisions those whose files change, in the order in which they were planned
 * @param refused files that are left alone, because the change could not be shown to be safe
 */
record Splicing(List<PublishedRevision> revisions, List<RefusedFile> refused) {
    /** How many files are held at once: a few hundred kilobytes mostly. */
    private static final int WINDOW = 128;

    private static final int SLICE = 16;

    Splicing {
        revisions = List.copyOf(revisions);
        refused = List.copyOf(refused);
    }

    /** What became of one revision. */
    private sealed interface Spliced {
        record Changed(Revision revision, String before, BlockSpan block, SpliceResult.Spliced done)
                implements Spliced {}

        record Refused(RefusedFile file) implements Spliced {}
    }

    /** Splices revisions into the files that they were planned on. Contents go to the commit window by window; their ids stay. */
    static Splicing into(
            TreeEdit edit, PatternTree tree, StopSign stop, RepositoryState state, List<Revision> revisions) {
        Map<String, FileState> files = state.byPath();
        List<PublishedRevision> published = new ArrayList<>();
        List<RefusedFile> refused = new ArrayList<>();
        for (List<Revision> window : Slices.of(revisions, WINDOW)) {
            for (Spliced spliced : Slices.map(stop, window, SLICE, slice -> splice(tree, files, slice))) {
                if (spliced instanceof Spliced.Changed changed) {
                    Revision revision = changed.revision();
                    SpliceResult.Spliced done = changed.done();
                    String after = edit.replace(revision.path(), done.bytes());
                    published.add(
                            new PublishedRevision(revision, changed.before(), changed.block(), after, done.block()));
                } else if (spliced instanceof Spliced.Refused left) {
                    refused.add(left.file());
                }
            }
        }
        return new Splicing(published, refused);
    }

    private static List<Spliced> splice(PatternTree tree, Map<String, FileState> files, List<Revision> slice) {
        List<Spliced> results = new ArrayList<>();
        try (BlobReader reader = tree.reader()) {
            slice.forEach(revision -> splice(reader, files.get(revision.path()), revision, results));
        }
        return results;
    }

    private static void splice(BlobReader reader, @Nullable FileState file, Revision revision, List<Spliced> results) {
        if (file != null
                && reader.read(file.blob()) instanceof BlobContent.Bytes content
                && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern) {
            SpliceResult result = Splicer.splice(pattern.document(), revision.section());
            if (result instanceof SpliceResult.Spliced done) {
                results.add(new Spliced.Changed(
                        revision, file.blob(), pattern.document().blockSpan(), done));
            } else if (result instanceof SpliceResult.Refused refused) {
                results.add(
                        new Spliced.Refused(RefusedFile.of(revision.repository(), revision.path(), refused.problem())));
            }
        } else {
            throw new IllegalStateException("planned on a file that cannot be read: " + revision.path());
        }
    }
}
