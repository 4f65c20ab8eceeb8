package org.graphgarden.standalone.text;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of as many cells each, as lines whose columns stand below each other. */
public final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /** Flush left. */
    public static List<String> of(List<List<String>> rows) {
        return lines(rows, rows.get(0).size());
    }

    /** Flush right but for the first column, which says what the figures are. */
    public static List<String> ofFigures(List<List<String>> rows) {
        return lines(rows, 1);
    }

    private static List<String> lines(List<List<String>> rows, int left) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths, left)).toList();
    }

    private static String line(List<String> row, int[] widths, int left) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String room = " ".repeat(widths[column] - cell.length());
            line.append(column < left ? cell + room : room + cell).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
