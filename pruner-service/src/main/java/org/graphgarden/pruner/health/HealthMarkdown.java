package org.graphgarden.pruner.health;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** The findings and figures alone, to stand in a report of a cycle below its own heading. */
    public static String part(GardenHealth health) {
        HealthMarkdown markdown = new HealthMarkdown(health);
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
        boolean before = health.measures().stream().anyMatch(each -> each.before() != null);
        boolean last = health.lastDate() != null;
        line("| | now |" + (before ? " before the cycle |" : "") + (last ? " last cycle |" : ""));
        line("|---|---:|" + (before ? "---:|" : "") + (last ? "---:|" : ""));
        for (Measurement each : health.measures()) {
            line("| " + each.measure().label() + " | "
                    + Figures.text(each.measure(), each.now()) + " |"
                    + (before ? compared(each, each.before()) : "")
                    + (last ? compared(each, each.last()) : ""));
        }
    }

    private static String compared(Measurement measurement, @Nullable Double then) {
        if (then == null) {
            return " |";
        }
        String change = Figures.change(measurement.measure(), measurement.now(), then);
        String suffix = change.equals("–") ? "" : " (" + change + ")";
        return " " + Figures.text(measurement.measure(), then) + suffix + " |";
    }

    private void tallies() {
        for (Tally tally : Tally.values()) {
            List<TallyCount> counts = health.tally(tally);
            if (!counts.isEmpty()) {
                section(tally.title());
                table(
                        List.of("", "now", "before the cycle"),
                        counts.stream()
                                .filter(count -> !tally.ranges() || count.now() > 0 || before(count) > 0)
                                .map(count -> List.of(
                                        tally.ranges() ? Ranges.label(tally, count.id()) : count.id(),
                                        number(count.now()),
                                        count.before() == null ? "" : number(count.before())))
                                .toList());
            }
        }
    }

    private static int before(TallyCount count) {
        return count.before() == null ? 0 : count.before();
    }

    private void concentrations() {
        section("Where links point");
        table(
                List.of("", "by", "Gini", "stands out", "share", "by chance", "", "most links"),
                health.concentrations().stream()
                        .map(spread -> List.of(
                                spread.links().label(),
                                spread.by().id(),
                                String.format(Locale.ROOT, "%.2f", spread.gini()),
                                spread.top(),
                                Figures.percent(spread.share()),
                                Figures.percent(spread.expected()),
                                spread.improbable() ? "improbable" : "",
                                most(spread)))
                        .toList());
    }

    private static String most(Concentration spread) {
        return spread.groups().stream()
                .limit(GROUPS)
                .map(group -> group.name() + " " + number(group.links()))
                .collect(Collectors.joining(", "));
    }

    private void examples() {
        list(
                "Dangling",
                List.of("file", "names", "written by", "cause"),
                health.dangling().stream()
                        .map(each -> List.of(
                                each.repository() + ": " + each.path(),
                                each.target(),
                                each.curated() ? "people" : "Graph Garden or another program",
                                each.detail().isEmpty() ? each.cause() : each.cause() + ", " + each.detail()))
                        .toList(),
                count(Measure.DANGLING_LINKS) + count(Measure.DANGLING_RELATIONS));
        list(
                "Near-duplicates",
                List.of("pattern", "and"),
                health.nearDuplicates().stream()
                        .map(pair -> List.of(pair.first(), pair.second()))
                        .toList(),
                count(Measure.NEAR_DUPLICATES));
        list(
                "Orphans",
                List.of("pattern"),
                health.orphans().stream().map(List::of).toList(),
                count(Measure.ORPHANS));
    }

    private void list(String title, List<String> head, List<List<String>> rows, long all) {
        if (rows.isEmpty()) {
            return;
        }
        section(title);
        List<List<String>> shown = rows.subList(0, Math.min(SHOWN, rows.size()));
        table(head, shown);
        if (all > shown.size()) {
            line("");
            line("… and " + number(all - shown.size()) + " more.");
        }
    }

    private long count(Measure measure) {
        return Math.round(health.figure(measure));
    }

    private void table(List<String> head, List<List<String>> rows) {
        line(row(head));
        line("|" + "---|".repeat(head.size()));
        rows.forEach(row -> line(row(row)));
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
