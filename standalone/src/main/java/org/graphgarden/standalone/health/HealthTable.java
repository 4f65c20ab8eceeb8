package org.graphgarden.standalone.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.graphgarden.pruner.health.Finding;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.HealthRows;
import org.graphgarden.pruner.health.SafeText;

/** A garden's health as lines of text. Pure. */
public final class HealthTable {
    private HealthTable() {}

    /** What is worth a look, then every figure with what it was. */
    public static List<String> of(Standing standing) {
        GardenHealth health = standing.health();
        List<String> lines = new ArrayList<>();
        String last = health.lastDate() == null ? "" : ", the last cycle was on " + health.lastDate();
        lines.add("Garden " + standing.garden() + " as of " + health.date() + last);
        lines.add("");
        if (health.findings().isEmpty()) {
            lines.add("Nothing to worry about.");
        }
        for (Finding finding : health.findings()) {
            lines.add("! " + SafeText.line(finding.text()));
            lines.add("  " + finding.concern().remedy());
        }
        lines.add("");
        List<List<String>> rows = HealthRows.figures(health, false);
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** The gravest findings, for where there is room for a few lines only. */
    public static List<String> worst(GardenHealth health, int most) {
        List<String> lines = new ArrayList<>();
        health.findings().stream().limit(most).forEach(finding -> lines.add(SafeText.line(finding.text())));
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String room = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? cell + room : room + cell).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
