package org.graphgarden.pruner.health;

import java.util.List;

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
        new HealthPlots(health, page).write();
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
}
