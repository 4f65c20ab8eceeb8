package org.graphgarden.standalone.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.standalone.text.CommitId;
import org.graphgarden.standalone.text.TextTable;

/** Feedback as lines of text. Pure. */
public final class FeedbackTable {
    private static final List<String> HEAD =
            List.of("repository", "pattern", "kind", "id", "verdict", "at", "by", "commit", "day");

    private FeedbackTable() {}

    /** A line for each entry below a heading; one line that says so when nothing was said. */
    public static List<String> of(List<Said> said) {
        if (said.isEmpty()) {
            return List.of("no steward has disagreed with anything that stands");
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        said.forEach(each -> rows.add(row(each)));
        return TextTable.of(rows);
    }

    private static List<String> row(Said said) {
        return List.of(
                said.repository(),
                said.slug(),
                EnumWords.of(said.kind()),
                said.id().isEmpty() ? "-" : said.id(),
                EnumWords.of(said.verdict()),
                said.confidence() == null ? "-" : String.format(Locale.ROOT, "%.2f", said.confidence()),
                said.author(),
                CommitId.shortened(said.commit()),
                said.time().toString().substring(0, "2026-01-31".length()));
    }
}
