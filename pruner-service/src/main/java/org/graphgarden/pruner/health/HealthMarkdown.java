package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A garden's health as Markdown of GitHub's flavour. What is quoted from files is escaped. */
public final class HealthMarkdown {
    private static final int SHOWN = 20;
    private static final int GROUPS = 5;

    private final GardenHealth health;
    private final StringBuilder text = new StringBuilder();

    private HealthMarkdown(GardenHealth health) {
        this.health = health;
    }

    /** A document of its own. */
    public static String of(String garden, GardenHealth health) {
        HealthMarkdown markdown = new HealthMarkdown(health);
        markdown.line("# Garden health: " + SafeText.markdown(garden));
        markdown.line("");
        markdown.line(markdown.occasion());
        markdown.line("");
        markdown.findings();
        markdown.section("Figures");
        markdown.measures();
        markdown.tallies();
        markdown.concentrations();
        markdown.examples();
        return markdown.text.toString();
    }

    /** The findings and figures alone, below a heading of their own, to stand in a report of a cycle. */
    public static String part(GardenHealth health) {
        HealthMarkdown markdown = new HealthMarkdown(health);
        markdown.line("### Garden health");
        markdown.line("");
        markdown.findings();
        markdown.line("");
        markdown.measures();
        return markdown.text.toString();
    }

    private String occasion() {
        String last = health.lastDate() == null ? "" : "; the last cycle was on " + health.lastDate();
        return "As of " + health.date() + last + ".";
    }

    private void findings() {
        if (health.findings().isEmpty()) {
            line("Nothing to worry about.");
        }
        for (Finding finding : health.findings()) {
            line("- **" + SafeText.markdown(finding.text()) + ".** "
                    + finding.concern().remedy());
        }
    }

    private void measures() {
        table(HealthRows.figures(health, false));
    }

    private void tallies() {
        for (Tally tally : Tally.values()) {
            List<TallyCount> counts = health.tally(tally).stream()
                    .filter(count -> count.now() > 0 || HealthTables.before(count) > 0)
                    .toList();
            if (!counts.isEmpty()) {
                section(tally.title());
                table(HealthTables.counts(counts));
            }
        }
    }

    private void concentrations() {
        List<Concentration> spreads = health.concentrations().stream()
                .filter(spread -> spread.count() > 0)
                .toList();
        if (spreads.isEmpty()) {
            return;
        }
        section("Where links point");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("links", "by", "Gini", "stands out", "share", "by chance", "verdict", "most links"));
        for (Concentration spread : spreads) {
            rows.add(List.of(
                    spread.links().label(),
                    spread.by().id(),
                    String.format(Locale.ROOT, "%.2f", spread.gini()),
                    spread.top(),
                    Figures.percent(spread.share()),
                    Figures.percent(spread.expected()),
                    spread.improbable() ? "improbable" : "",
                    most(spread)));
        }
        table(HealthRows.withoutEmptyColumns(rows));
    }

    private static String most(Concentration spread) {
        return spread.groups().stream()
                .limit(GROUPS)
                .map(group -> group.name() + " " + number(group.links()))
                .collect(Collectors.joining(", "));
    }

    private void examples() {
        HealthTables tables = new HealthTables(health, new Markup());
        list("Dangling", tables.dangling(), count(Measure.DANGLING_LINKS) + count(Measure.DANGLING_RELATIONS));
        list("Near-duplicates", tables.nearDuplicates(), count(Measure.NEAR_DUPLICATES));
        list("Orphans", tables.orphans(), count(Measure.ORPHANS));
    }

    private void list(String title, List<List<String>> rows, long all) {
        int shown = Math.min(SHOWN, rows.size() - 1);
        if (shown == 0) {
            return;
        }
        section(title);
        table(rows.subList(0, shown + 1));
        if (all > shown) {
            line("");
            line("… and " + number(all - shown) + " more.");
        }
    }

    private long count(Measure measure) {
        return Math.round(health.figure(measure));
    }

    private void table(List<List<String>> rows) {
        line(row(rows.get(0)));
        line(IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> HealthRows.figures(rows, column) ? "---:|" : "---|")
                .collect(Collectors.joining("", "|", "")));
        rows.stream().skip(1).forEach(row -> line(row(row)));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(SafeText::markdown).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
