package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        section("All figures", HealthRows.figures(health, true), 0);
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

    List<List<String>> dangling() {
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

    List<List<String>> nearDuplicates() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("pattern", "says nearly the same as"));
        health.nearDuplicates().forEach(pair -> rows.add(List.of(pair.first(), pair.second())));
        return rows;
    }

    List<List<String>> orphans() {
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
        return HealthRows.withoutEmptyColumns(rows);
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
        return HealthRows.withoutEmptyColumns(rows);
    }

    static String label(TallyCount count) {
        if (!count.tally().ranges()) {
            return count.id().isEmpty() ? Buckets.NONE : count.id();
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
            if (HealthRows.figures(rows, column)) {
                page.element(cell, row.get(column), "class", "number");
            } else {
                page.element(cell, row.get(column));
            }
        }
        page.close();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
