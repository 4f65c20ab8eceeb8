package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a garden's health as rows of text below a heading. Columns in which nothing is known are left out. */
public final class HealthRows {
    private HealthRows() {}

    /** @param meanings whether each figure is explained in a last column */
    public static List<List<String>> figures(GardenHealth health, boolean meanings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "now", "before the cycle", "change", "last cycle", "change since", "meaning"));
        for (Measurement each : health.measures()) {
            rows.add(List.of(
                    each.measure().label(),
                    Figures.text(each.measure(), each.now()),
                    then(each, each.before()),
                    change(each, each.before()),
                    then(each, each.last()),
                    change(each, each.last()),
                    meanings ? each.measure().meaning() : ""));
        }
        return withoutEmptyColumns(rows);
    }

    /** The rows without columns that have nothing but a heading. */
    static List<List<String>> withoutEmptyColumns(List<List<String>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            if (rows.stream().skip(1).anyMatch(row -> !row.get(at).isEmpty())) {
                columns.add(column);
            }
        }
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    /** Whether a column has figures, which are set to the right; the first one never has. */
    static boolean figures(List<List<String>> rows, int column) {
        return column > 0 && rows.stream().skip(1).allMatch(row -> isFigure(row.get(column)));
    }

    private static boolean isFigure(String text) {
        return text.isEmpty() || text.equals("–") || text.matches("[+-]?[0-9.,]+( %| points)?");
    }

    private static String then(Measurement each, @Nullable Double then) {
        return then == null ? "" : Figures.text(each.measure(), then);
    }

    private static String change(Measurement each, @Nullable Double then) {
        return then == null ? "" : Figures.change(each.measure(), each.now(), then);
    }
}
