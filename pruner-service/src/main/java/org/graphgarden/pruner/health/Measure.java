package org.graphgarden.pruner.health;

import java.util.Arrays;
import java.util.Optional;
import org.graphgarden.settings.EnumWords;

/** One figure of a garden's health. The id is a public contract: it stands in events and reports. */
public enum Measure {
    PATTERNS("patterns", Unit.COUNT, "Patterns that can be read."),
    LINKS("inferred links", Unit.COUNT, "Links in sections, whatever they point at."),
    RELATIONS("curated relations", Unit.COUNT, "Relations that people wrote, whatever they point at."),
    LINKED("patterns with an inferred link", Unit.SHARE, "Share of the patterns whose section holds a link."),
    ORPHANS("orphans", Unit.COUNT, "Patterns without any link or relation, in or out."),
    DANGLING_LINKS("dangling links", Unit.COUNT, "Inferred links that point at nothing in the garden."),
    DANGLING_RELATIONS("dangling relations", Unit.COUNT, "Curated relations that point at nothing in the garden."),
    FAULTY_LINKS("faulty links", Unit.COUNT, "Inferred links to the pattern itself, stated twice, or curated already."),
    RECIPROCITY("reciprocity", Unit.SHARE, "Share of the symmetric inferred links whose other end links back alike."),
    OUT_MEDIAN("links out, median", Unit.NUMBER, "Inferred links of a pattern: half have at most so many."),
    IN_MEDIAN("links in, median", Unit.NUMBER, "Inferred links that point at a pattern: half have at most so many."),
    IN_MOST("links in, most", Unit.COUNT, "Inferred links that point at the pattern with most."),
    LINKS_GINI("concentration of links", Unit.FRACTION, "Gini coefficient of inferred links over their targets."),
    RELATIONS_GINI(
            "concentration of relations", Unit.FRACTION, "Gini coefficient of curated relations over their targets."),
    CONFIDENCE_MEDIAN("confidence, median", Unit.FRACTION, "Of the inferred links that have one."),
    NEAR_DUPLICATES(
            "near-duplicates", Unit.COUNT, "Pairs of patterns that say nearly the same; none known without inference."),
    OVERDUE(
            "overdue",
            Unit.COUNT,
            "Sections whose last_pruned is older than twice the refresh age, those left out that no cycle may touch."),
    NEVER_PRUNED(
            "never pruned",
            Unit.COUNT,
            "Files without a section, or without a date in it, those left out that no cycle may touch."),
    REFUSED("refused files", Unit.COUNT, "Files that cannot be read or must not be written."),
    FEEDBACK("verdicts of stewards", Unit.COUNT, "Entries that stewards rejected, promoted, pinned or opted out."),
    COMMUNITIES("communities", Unit.COUNT, "Different communities that patterns are in."),
    IN_NO_COMMUNITY("in no community", Unit.COUNT, "Patterns whose section names none.");

    /** How a figure is to be read. */
    public enum Unit {
        /** So many. */
        COUNT,
        /** 0 to 1, shown in percent. */
        SHARE,
        /** 0 to 1, shown with two decimals. */
        FRACTION,
        /** Any number, shown with one decimal. */
        NUMBER
    }

    private final String label;
    private final Unit unit;
    private final String meaning;

    Measure(String label, Unit unit, String meaning) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Name in events and reports, such as {@code dangling-links}. */
    public String id() {
        return EnumWords.of(this);
    }

    /** Name for readers. */
    public String label() {
        return label;
    }

    /** How it is to be read. */
    public Unit unit() {
        return unit;
    }

    /** What it means, one sentence. */
    public String meaning() {
        return meaning;
    }

    /** The measure of an id; empty for one of a later version. */
    public static Optional<Measure> of(String id) {
        return Arrays.stream(values())
                .filter(measure -> measure.id().equals(id))
                .findFirst();
    }
}
