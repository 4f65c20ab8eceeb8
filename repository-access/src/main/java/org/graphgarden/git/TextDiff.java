package org.graphgarden.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Differences of texts that no commit holds, as Git shows them. Pure. */
public final class TextDiff {

    private TextDiff() {}

    /**
     * A unified diff with the usual two lines above it; empty when the texts are the same.
     *
     * @param path what both are called
     */
    public static String unified(String path, String before, String after) {
        RawText from = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText to = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, from, to);
        if (edits.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("--- a/" + path + "\n+++ b/" + path + "\n").getBytes(StandardCharsets.UTF_8));
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, from, to);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
