package org.graphgarden.pruner.health;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.graphgarden.pruner.health.Concentration.By;
import org.graphgarden.pruner.health.Concentration.Group;
import org.graphgarden.pruner.health.Concentration.Links;
import org.graphgarden.pruner.health.Plot.Point;

/** The plots of the page, each with the figures behind it. */
final class HealthPlots {
    private static final int MOST_LINKED = 12;

    private final GardenHealth health;
    private final Markup page;

    HealthPlots(GardenHealth health, Markup page) {
        this.health = health;
        this.page = page;
    }

    void write() {
        spreads();
        tallies();
    }

    private void spreads() {
        page.element("h2", "Where links point");
        page.open("p", "class", "soft").element("span", "", "class", "key");
        page.text(" what chance would give: the share of the patterns that is there")
                .close();
        page.open("div", "class", "plots").line();
        for (Concentration spread : health.concentrations()) {
            if (spread.count() > 0 || spread.groups().stream().anyMatch(group -> before(group) > 0)) {
                spread(spread);
            }
        }
        page.close();
    }

    private void spread(Concentration spread) {
        switch (spread.by()) {
            case LETTER -> letters(spread);
            case FOLDER -> {
                if (spread.groups().size() > 1) {
                    bars(spread, "by folder", spread.groups());
                }
            }
            case TARGET ->
                bars(
                        spread,
                        "to the patterns with most",
                        spread.groups().stream().limit(MOST_LINKED).toList());
        }
    }

    private void letters(Concentration spread) {
        List<Group> groups = spread.groups().stream()
                .sorted(Comparator.comparing(Group::name))
                .toList();
        figure(
                capital(spread.links()) + " by the first letter of what they point at",
                told(spread),
                spread.links().id() + "-by-letter",
                points(groups, spread.count()),
                true,
                HealthTables.groups(spread));
        int before = groups.stream().mapToInt(HealthPlots::before).sum();
        if (spread.links() == Links.INFERRED && before > 0) {
            figure(
                    "The same before the cycle",
                    String.format(
                            Locale.ROOT,
                            "Gini coefficient %.2f. It has a scale of its own.",
                            Objects.requireNonNullElse(spread.before(), 0.0)),
                    spread.links().id() + "-by-letter-before",
                    points(groups, before, HealthPlots::before),
                    true,
                    List.of());
        }
    }

    private void bars(Concentration spread, String how, List<Group> groups) {
        String id = spread.links().id() + "-by-" + spread.by().id();
        List<Point> points = spread.by() == By.TARGET
                ? groups.stream()
                        .map(group -> new Point(group.name(), group.links(), null))
                        .toList()
                : points(groups, spread.count());
        figure(capital(spread.links()) + " " + how, told(spread), id, points, false, HealthTables.groups(spread));
    }

    private static String told(Concentration spread) {
        String top = spread.by() == By.TARGET
                ? String.format(Locale.ROOT, "Gini coefficient %.2f.", spread.gini())
                : String.format(
                        Locale.ROOT,
                        "Gini coefficient %.2f. \"%s\" gets %s, where chance would give %s.",
                        spread.gini(),
                        spread.top(),
                        Figures.percent(spread.share()),
                        Figures.percent(spread.expected()));
        return spread.improbable() ? top + " Chance does not explain that." : top;
    }

    private List<Point> points(List<Group> groups, int all) {
        return points(groups, all, Group::links);
    }

    /** @param all how many links there are, which chance would share out as the patterns are */
    private List<Point> points(List<Group> groups, int all, ToIntFunction<Group> links) {
        double patterns = Math.max(1, health.figure(Measure.PATTERNS));
        return groups.stream()
                .map(group -> new Point(group.name(), links.applyAsInt(group), all * group.patterns() / patterns))
                .toList();
    }

    private static int before(Group group) {
        return group.before() == null ? 0 : group.before();
    }

    private void tallies() {
        page.element("h2", "How links are");
        page.open("div", "class", "plots").line();
        tally(Tally.CONFIDENCE, true, "Where each range begins; those without a confidence are left out.");
        tally(Tally.LINKS_OUT, true, "So many patterns hold so many links.");
        tally(Tally.LINKS_IN, true, "At so many patterns point so many links.");
        tally(Tally.LINK_TYPES, false, "As they stand in the files.");
        tally(
                Tally.ONE_WAY,
                false,
                Figures.percent(health.figure(Measure.RECIPROCITY)) + " of the symmetric links stand at both ends.");
        tally(Tally.DANGLING_LINKS, false, "They point at nothing in the garden.");
        tally(Tally.DANGLING_RELATIONS, false, "People wrote them: they are reported and never touched.");
        tally(Tally.FAULTY_LINKS, false, "Links that should not be there.");
        page.close();
    }

    private void tally(Tally tally, boolean columns, String told) {
        List<TallyCount> counts = health.tally(tally);
        List<Point> points = counts.stream()
                .filter(count -> columns ? !count.id().equals(Buckets.NONE) : count.now() > 0)
                .map(count -> new Point(HealthTables.label(count), count.now(), null))
                .toList();
        if (points.stream().anyMatch(point -> point.count() > 0)) {
            figure(tally.title(), told, tally.id(), points, columns, HealthTables.counts(counts));
        }
    }

    private void figure(
            String title, String told, String id, List<Point> points, boolean columns, List<List<String>> table) {
        page.open("figure").element("h3", title).element("figcaption", told);
        Plot plot = new Plot(id, title, told, points);
        if (columns) {
            plot.columns(page);
        } else {
            plot.bars(page);
        }
        if (!table.isEmpty()) {
            page.open("details").element("summary", "As a table");
            HealthTables.table(page, table);
            page.close();
        }
        page.close().line();
    }

    private static String capital(Links links) {
        String label = links.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
