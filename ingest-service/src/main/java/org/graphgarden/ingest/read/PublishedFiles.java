package org.graphgarden.ingest.read;

import java.nio.ByteBuffer;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.events.EntryRef;
import org.graphgarden.events.PatternChange;
import org.graphgarden.format.PatternReader;
import org.graphgarden.format.ReadResult;
import org.graphgarden.ingest.change.PatternFile;
import org.graphgarden.ingest.change.Published;

/** Rebuilds from a change event what ingest remembered when it wrote it. */
public final class PublishedFiles {

    private PublishedFiles() {}

    /** What stands for the slug of an ADDED or MODIFIED event. The blob's id is not known any more. */
    public static Published of(PatternChange change) {
        FileAt place = new FileAt(change.getPath(), "");
        ByteBuffer content = change.getContent();
        byte[] bytes = new byte[content == null ? 0 : content.remaining()];
        if (content != null) {
            content.duplicate().get(bytes);
        }
        SortedSet<SectionRef> planted = new TreeSet<>();
        for (EntryRef ref : change.getPlanted()) {
            planted.add(new SectionRef(ref.getKind(), ref.getId()));
        }
        PatternFile file = PatternReader.read(bytes) instanceof ReadResult.Pattern pattern
                ? FileReader.patternFile(place, pattern.document(), planted)
                // Written by another version of the reader: differs from anything, so it is written anew.
                : new PatternFile(change.getPath(), "", change.getSlug(), "", "", "", "");
        return new Published(change.getRepository(), file.withFeedback(FeedbackHash.of(change.getFeedback())));
    }
}
