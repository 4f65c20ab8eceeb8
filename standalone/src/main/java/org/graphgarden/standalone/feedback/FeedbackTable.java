package org.graphgarden.standalone.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Feedback as lines of text. Pure. */
public final class FeedbackTable {
    private static final int COMMIT = 12;
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
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Said said) {
        return List.of(
                said.repository(),
                said.slug(),
                Said.lower(said.kind()),
                said.id().isEmpty() ? "-" : said.id(),
                Said.lower(said.verdict()),
                said.confidence() == null ? "-" : String.format(Locale.ROOT, "%.2f", said.confidence()),
                said.author(),
                said.commit().substring(0, Math.min(COMMIT, said.commit().length())),
                said.time().toString().substring(0, "2026-01-31".length()));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
