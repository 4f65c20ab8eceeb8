package org.graphgarden.git;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/** Merges two changes of one text line by line, as Git does. Pure. */
public final class TextMerge {

    private TextMerge() {}

    /**
     * What both changes come to.
     *
     * @param base what both were made to
     * @param ours one of them
     * @param theirs the other
     * @return empty when they contradict each other
     */
    public static Optional<byte[]> merge(byte[] base, byte[] ours, byte[] theirs) {
        MergeResult<RawText> merged = new MergeAlgorithm()
                .merge(RawTextComparator.DEFAULT, new RawText(base), new RawText(ours), new RawText(theirs));
        if (merged.containsConflicts()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(ours.length);
        for (MergeChunk chunk : merged) {
            if (chunk.getConflictState() == ConflictState.NO_CONFLICT) {
                RawText text = merged.getSequences().get(chunk.getSequenceIndex());
                for (int line = chunk.getBegin(); line < chunk.getEnd(); line++) {
                    write(text, line, out);
                }
            }
        }
        return Optional.of(out.toByteArray());
    }

    private static void write(RawText text, int line, ByteArrayOutputStream out) {
        ByteBuffer bytes = text.getRawString(line);
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        if (line < text.size() - 1 || !text.isMissingNewlineAtEnd()) {
            out.write('\n');
        }
    }
}
