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

/**
 * A garden's health as a page of HTML: complete in itself, without script and without anything from outside; well-formed XML, too.
 * What is quoted from files is escaped.
 */
public final class HealthPage {
    private static final List<Measure> TILES = List.of(
            Measure.PATTERNS,
            Measure.LINKS,
            Measure.LINKED,
            Measure.RECIPROCITY,
            Measure.ORPHANS,
            Measure.DANGLING_LINKS,
            Measure.DANGLING_RELATIONS,
            Measure.NEAR_DUPLICATES,
            Measure.OVERDUE,
            Measure.REFUSED,
            Measure.FEEDBACK,
            Measure.COMMUNITIES);
    private static final int MOST_LINKED = 12;

    private final String garden;
    private final GardenHealth health;
    private final Markup page = new Markup();

    private HealthPage(String garden, GardenHealth health) {
        this.garden = garden;
        this.health = health;
    }

    /** The page. */
    public static String of(String garden, GardenHealth health) {
        HealthPage page = new HealthPage(garden, health);
        page.write();
        return "<!DOCTYPE html>\n" + page.page + "\n";
    }

    private void write() {
        page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        head();
        page.open("body").open("main").line();
        heading();
        findings();
        tiles();
        spreads();
        plots();
        new HealthTables(health, page).write();
        page.element(
                "footer",
                "Written by Graph Garden. Each figure is explained in its documentation under \"Garden health\".");
        page.close().close().close();
    }

    private void head() {
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", "Garden health: " + garden);
        page.style(PageStyle.SHEET).close().line();
    }

    private void heading() {
        String last = health.lastDate() == null ? "" : "; the last cycle was on " + health.lastDate();
        page.element("h1", "Garden health: " + garden);
        page.element("p", "As of " + health.date() + last + ".", "class", "soft")
                .line();
    }

    private void findings() {
        if (health.findings().isEmpty()) {
            page.element("p", "Nothing to worry about.", "class", "well").line();
            return;
        }
        page.open("ul", "class", "findings");
        for (Finding finding : health.findings()) {
            page.open("li").element("strong", finding.text() + ".");
            page.element("p", finding.concern().remedy()).close().line();
        }
        page.close();
    }

    private void tiles() {
        page.open("dl", "class", "tiles");
        for (Measurement each : health.measures()) {
            if (TILES.contains(each.measure())) {
                page.open("div", "class", "tile", "title", each.measure().meaning());
                page.element("dt", each.measure().label());
                page.open("dd").text(Figures.text(each.measure(), each.now()));
                page.element("small", compared(each));
                page.close().close().line();
            }
        }
        page.close();
    }

    private static String compared(Measurement each) {
        if (each.before() != null) {
            return was(each, each.before(), "before the cycle");
        }
        return each.last() == null ? "" : was(each, each.last(), "in the last cycle");
    }

    private static String was(Measurement each, double then, String when) {
        return Figures.text(each.measure(), then) + " " + when;
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
        int before = groups.stream().mapToInt(HealthPage::before).sum();
        if (spread.links() == Links.INFERRED && before > 0) {
            figure(
                    "The same before the cycle",
                    String.format(
                            Locale.ROOT,
                            "Gini coefficient %.2f. It has a scale of its own.",
                            Objects.requireNonNullElse(spread.before(), 0.0)),
                    spread.links().id() + "-by-letter-before",
                    points(groups, before, HealthPage::before),
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

    private void plots() {
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
