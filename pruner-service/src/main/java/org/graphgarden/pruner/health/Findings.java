package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.graphgarden.pruner.health.Concentration.By;
import org.graphgarden.pruner.health.Concentration.Links;

/** Says what of the figures is worth a steward's look. */
final class Findings {
    /** Below this share of symmetric links that stand both ways, and from so many on, it is one. */
    private static final double RECIPROCAL = 0.9;

    private static final int LEAST_SYMMETRIC = 20;
    /** From these shares of the patterns on. */
    private static final double MANY_ORPHANS = 0.05;

    private static final double MANY_OVERDUE = 0.1;

    private final Snapshot now;
    private final List<Finding> findings = new ArrayList<>();

    private Findings(Snapshot now) {
        this.now = now;
    }

    static List<Finding> of(Snapshot now) {
        Findings findings = new Findings(now);
        findings.concentrations();
        findings.counts();
        findings.oneWay();
        findings.shares();
        findings.findings.sort(Comparator.comparing(Finding::concern));
        return findings.findings;
    }

    /** One for each kind of links: what is said of letters explains what would be said of single patterns. */
    private void concentrations() {
        for (Links links : Links.values()) {
            now.concentrations().stream()
                    .filter(spread -> spread.links() == links && spread.improbable())
                    .findFirst()
                    .ifPresent(spread -> add(
                            links == Links.INFERRED ? Concern.CONCENTRATED_LINKS : Concern.CONCENTRATED_RELATIONS,
                            spread.by() == By.TARGET ? ofTargets(spread) : ofGroup(spread)));
        }
    }

    private static String ofGroup(Concentration spread) {
        String where = spread.by() == By.LETTER
                ? "patterns whose slug begins with \"" + spread.top() + "\""
                : "patterns in " + spread.top();
        return String.format(
                Locale.ROOT,
                "%s of the %,d %s point at %s, which are %s of all patterns",
                Figures.percent(spread.share()),
                spread.count(),
                spread.links().label(),
                where,
                Figures.percent(spread.expected()));
    }

    private static String ofTargets(Concentration spread) {
        return String.format(
                Locale.ROOT,
                "Few patterns get nearly all of the %,d %s, %s alone %s of them",
                spread.count(),
                spread.links().label(),
                spread.top(),
                Figures.percent(spread.share()));
    }

    private void counts() {
        count(
                Concern.DANGLING_LINKS,
                Measure.DANGLING_LINKS,
                "1 inferred link points at nothing in the garden",
                "%,d inferred links point at nothing in the garden");
        count(
                Concern.DANGLING_RELATIONS,
                Measure.DANGLING_RELATIONS,
                "1 curated relation points at nothing in the garden",
                "%,d curated relations point at nothing in the garden");
        count(
                Concern.FAULTY_LINKS,
                Measure.FAULTY_LINKS,
                "1 inferred link points at its own pattern, stands twice or is curated already",
                "%,d inferred links point at their own pattern, stand twice or are curated already");
        count(
                Concern.REFUSED_FILES,
                Measure.REFUSED,
                "1 file cannot be read or must not be written",
                "%,d files cannot be read or must not be written");
        count(
                Concern.NEAR_DUPLICATES,
                Measure.NEAR_DUPLICATES,
                "2 patterns say nearly the same",
                "%,d pairs of patterns say nearly the same");
    }

    private void count(Concern concern, Measure measure, String one, String many) {
        long count = count(measure);
        if (count > 0) {
            add(concern, counted(count, one, many));
        }
    }

    private static String counted(long count, String one, String many) {
        return count == 1 ? one : String.format(Locale.ROOT, many, count);
    }

    private void oneWay() {
        int symmetric = now.symmetric();
        double reciprocity = figure(Measure.RECIPROCITY);
        if (symmetric >= LEAST_SYMMETRIC && reciprocity < RECIPROCAL) {
            add(
                    Concern.ONE_WAY,
                    String.format(
                            Locale.ROOT,
                            "Only %s of the %,d symmetric links stand at both ends",
                            Figures.percent(reciprocity),
                            symmetric));
        }
    }

    private void shares() {
        share(
                Concern.ORPHANS,
                count(Measure.ORPHANS),
                MANY_ORPHANS,
                "1 pattern has no link in or out",
                "%,d patterns have no link in or out");
        share(
                Concern.OVERDUE,
                count(Measure.OVERDUE) + count(Measure.NEVER_PRUNED),
                MANY_OVERDUE,
                "1 pattern was not looked at within the refresh age",
                "%,d patterns were not looked at within the refresh age");
    }

    private void share(Concern concern, long count, double most, String one, String many) {
        double share = count / Math.max(1, figure(Measure.PATTERNS));
        if (count > 0 && share >= most) {
            add(concern, counted(count, one, many) + " (" + Figures.percent(share) + " of all)");
        }
    }

    private void add(Concern concern, String text) {
        findings.add(new Finding(concern, text));
    }

    private long count(Measure measure) {
        return Math.round(figure(measure));
    }

    private double figure(Measure measure) {
        return now.figures().getOrDefault(measure, 0.0);
    }
}
