package org.graphgarden.standalone.tend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The difference of two versions of a file in the form that {@code git apply} takes. */
final class UnifiedDiff {
    private UnifiedDiff() {}

    static String of(String path, byte[] before, byte[] after) {
        RawText one = new RawText(before);
        RawText other = new RawText(after);
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, one, other);
        if (edits.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream hunks = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(hunks)) {
            formatter.format(edits, one, other);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n"
                + hunks.toString(StandardCharsets.UTF_8);
    }
}
