package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tables of the page: behind its plots and below them. */
final class HealthTables {
    private final GardenHealth health;
    private final Markup page;

    HealthTables(GardenHealth health, Markup page) {
        this.health = health;
        this.page = page;
    }

    /** Everything below the plots. */
    void write() {
        section("All figures", figures(), 0);
        section(Tally.REFUSED.title(), counts(health.tally(Tally.REFUSED)), 0);
        section(Tally.FEEDBACK.title(), counts(health.tally(Tally.FEEDBACK)), 0);
        section(
                "Dangling, file by file",
                dangling(),
                count(Measure.DANGLING_LINKS) + count(Measure.DANGLING_RELATIONS));
        section("Near-duplicates", nearDuplicates(), count(Measure.NEAR_DUPLICATES));
        section("Orphans", orphans(), count(Measure.ORPHANS));
    }

    private void section(String title, List<List<String>> rows, long all) {
        if (rows.size() > 1) {
            page.element("h2", title);
            table(page, rows);
            int shown = rows.size() - 1;
            if (all > shown) {
                page.element("p", String.format(Locale.ROOT, "… and %,d more.", all - shown), "class", "soft");
            }
        }
    }

    private List<List<String>> figures() {
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
                    each.measure().meaning()));
        }
        return withoutEmptyColumns(rows);
    }

    private static String then(Measurement each, @Nullable Double then) {
        return then == null ? "" : Figures.text(each.measure(), then);
    }

    private static String change(Measurement each, @Nullable Double then) {
        return then == null ? "" : Figures.change(each.measure(), each.now(), then);
    }

    private static List<List<String>> withoutEmptyColumns(List<List<String>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            if (rows.stream().skip(1).anyMatch(row -> !row.get(at).isEmpty())) {
                columns.add(column);
            }
        }
        return rows.stream()
                .map(row -> columns.stream().map(row::get).toList())
                .toList();
    }

    private List<List<String>> dangling() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("file", "points at", "written by", "cause"));
        for (Dangling each : health.dangling()) {
            rows.add(List.of(
                    each.repository() + ": " + each.path(),
                    each.target(),
                    each.curated() ? "people" : "a program",
                    each.detail().isEmpty() ? each.cause() : each.cause() + ", " + each.detail()));
        }
        return rows;
    }

    private List<List<String>> nearDuplicates() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("pattern", "says nearly the same as"));
        health.nearDuplicates().forEach(pair -> rows.add(List.of(pair.first(), pair.second())));
        return rows;
    }

    private List<List<String>> orphans() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("pattern"));
        health.orphans().forEach(slug -> rows.add(List.of(slug)));
        return rows;
    }

    private long count(Measure measure) {
        return Math.round(health.figure(measure));
    }

    /** A tally with its heading. */
    static List<List<String>> counts(List<TallyCount> counts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "now", "before the cycle"));
        for (TallyCount count : counts) {
            rows.add(List.of(label(count), number(count.now()), count.before() == null ? "" : number(count.before())));
        }
        return withoutEmptyColumns(rows);
    }

    /** The groups of a concentration with their heading. */
    static List<List<String>> groups(Concentration spread) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(spread.by().id(), "patterns", "links", "before the cycle"));
        for (Concentration.Group group : spread.groups()) {
            rows.add(List.of(
                    group.name(),
                    number(group.patterns()),
                    number(group.links()),
                    group.before() == null ? "" : number(group.before())));
        }
        return withoutEmptyColumns(rows);
    }

    static String label(TallyCount count) {
        if (!count.tally().ranges()) {
            return count.id().isEmpty() ? "none" : count.id();
        }
        return Ranges.label(count.tally(), count.id());
    }

    static int before(TallyCount count) {
        return count.before() == null ? 0 : count.before();
    }

    /** Writes a table whose first row is its heading; columns of figures are set to the right. */
    static void table(Markup page, List<List<String>> rows) {
        page.open("div", "class", "scroll").open("table").open("thead");
        row(page, "th", rows.get(0), rows);
        page.close().open("tbody");
        rows.stream().skip(1).forEach(row -> row(page, "td", row, rows));
        page.close().close().close().line();
    }

    private static void row(Markup page, String cell, List<String> row, List<List<String>> rows) {
        page.open("tr");
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            boolean figures = column > 0 && rows.stream().skip(1).allMatch(each -> isFigure(each.get(at)));
            if (figures) {
                page.element(cell, row.get(column), "class", "number");
            } else {
                page.element(cell, row.get(column));
            }
        }
        page.close();
    }

    private static boolean isFigure(String text) {
        return text.isEmpty() || text.equals("–") || text.matches("[+-]?[0-9.,]+( %| points)?");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
