package org.graphgarden.pruner.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.format.SpliceResult;
import org.graphgarden.format.Splicer;
import org.graphgarden.git.BlobContent;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;
import org.graphgarden.pruner.plan.Revision;

/**
 * Revisions as new contents of files.
 *
 * @param files the files that change, in the order of the revisions
 * @param refused files that are left alone, because the change could not be shown to be safe
 */
record Splicing(List<SplicedFile> files, List<RefusedFile> refused) {

    /** A file with its revised block. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record SplicedFile(PublishedRevision revision, byte[] bytes) {
        String path() {
            return revision.revision().path();
        }
    }

    /** Splices revisions into the files that they were planned on. */
    static Splicing of(PatternTree tree, StopSign stop, RepositoryState state, List<Revision> revisions) {
        Map<String, FileState> files = state.byPath();
        List<Object> results = Slices.map(stop, revisions, slice -> {
            List<Object> spliced = new ArrayList<>();
            try (BlobReader reader = tree.reader()) {
                slice.forEach(revision -> splice(reader, files, revision, spliced));
            }
            return spliced;
        });
        return new Splicing(only(SplicedFile.class, results), only(RefusedFile.class, results));
    }

    List<PublishedRevision> revisions() {
        return files.stream().map(SplicedFile::revision).toList();
    }

    private static void splice(
            BlobReader reader, Map<String, FileState> files, Revision revision, List<Object> results) {
        FileState file = files.get(revision.path());
        if (file != null
                && reader.read(file.blob()) instanceof BlobContent.Bytes content
                && PatternReader.read(content.bytes()) instanceof ReadResult.Pattern pattern) {
            SpliceResult result = Splicer.splice(pattern.document(), revision.section());
            if (result instanceof SpliceResult.Spliced done) {
                results.add(
                        new SplicedFile(new PublishedRevision(revision, done.before(), done.after()), done.bytes()));
            } else if (result instanceof SpliceResult.Refused refused) {
                results.add(RefusedFile.of(revision.repository(), revision.path(), refused.problem()));
            }
        } else {
            throw new IllegalStateException("planned on a file that cannot be read: " + revision.path());
        }
    }

    private static <T> List<T> only(Class<T> type, List<Object> results) {
        return results.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
