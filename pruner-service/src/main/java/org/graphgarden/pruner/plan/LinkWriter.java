package org.graphgarden.pruner.plan;

import static org.graphgarden.pruner.plan.Decision.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.jspecify.annotations.Nullable;

/** Writes the links of one section as they were chosen, each difference with its decision. */
final class LinkWriter {
    private final GardenState garden;
    private final SectionState section;
    private final SortedMap<Integer, LinkEntry> byIndex;
    /** By place in the list; what is planted comes behind. */
    private final SortedMap<Integer, Decision> decisions;

    private boolean pressing;

    private LinkWriter(GardenState garden, Bed bed, SortedMap<Integer, Decision> drops) {
        this.garden = garden;
        this.section = bed.section();
        this.byIndex = new TreeMap<>(bed.fixed());
        this.decisions = new TreeMap<>(bed.drops());
        this.decisions.putAll(drops);
        this.pressing = !decisions.isEmpty();
    }

    /**
     * Writes a section's links.
     *
     * @param drops what was chosen to go beside what the bed drops by itself
     */
    static Outcome<LinkEntry> write(
            GardenState garden,
            Bed bed,
            SortedMap<Integer, Decision> drops,
            List<Kept> kept,
            List<Planting> plantings) {
        return new LinkWriter(garden, bed, drops).write(kept, plantings);
    }

    private Outcome<LinkEntry> write(List<Kept> kept, List<Planting> plantings) {
        for (Kept link : kept) {
            byIndex.put(link.standing().index(), entry(link));
        }
        List<LinkEntry> links = new ArrayList<>(byIndex.values());
        int index = section.section().links().size();
        for (Planting planting : surestFirst(plantings)) {
            LinkEntry link = written(planting.link(), Origin.NEW);
            links.add(link);
            decisions.put(
                    index++,
                    new Decision(
                            planting.action(),
                            planting.cause(),
                            Kind.LINK,
                            link.target(),
                            "",
                            null,
                            figure(link.confidence())));
            pressing = true;
        }
        return new Outcome<>(links, List.copyOf(decisions.values()), pressing);
    }

    private static List<Planting> surestFirst(List<Planting> plantings) {
        return plantings.stream()
                .sorted(Comparator.comparing(Planting::link, Candidate.BEST_FIRST))
                .toList();
    }

    private LinkEntry entry(Kept link) {
        Standing standing = link.standing();
        Candidate affirmed = link.affirmed();
        LinkEntry now = affirmed == null
                ? faded(standing.entry().withTarget(standing.target()), link.faded())
                : written(affirmed, standing.entry().origin());
        Cause retarget = standing.found().retarget();
        if (retarget != null) {
            decide(standing, Action.RETARGET, retarget, now, standing.renamed(), true);
            return now;
        }
        return affirmed == null ? weakened(standing, now) : rewritten(standing, affirmed, now);
    }

    private static LinkEntry faded(LinkEntry link, OptionalDouble left) {
        return left.isPresent() && !left.equals(link.confidence()) ? link.withConfidence(left.getAsDouble()) : link;
    }

    /** A little is written only when the section is dated anew, so that no time is forgotten. */
    private LinkEntry weakened(Standing link, LinkEntry now) {
        if (!now.equals(link.entry())) {
            boolean much =
                    Figures.moved(link.entry().confidence(), now.confidence().orElse(0));
            decide(link, Action.WEAKEN, Cause.NOT_REAFFIRMED, now, "", much);
        }
        return now;
    }

    private LinkEntry rewritten(Standing link, Candidate affirmed, LinkEntry now) {
        Cause cause = outdated(link, affirmed);
        if (cause == null) {
            return link.entry();
        }
        decide(link, Action.REWRITE, cause, now, cause == Cause.TYPE_CHANGED ? "now " + now.type() : "", true);
        return now;
    }

    private @Nullable Cause outdated(Standing link, Candidate affirmed) {
        LinkEntry entry = link.entry();
        if (!entry.type().equals(affirmed.type())) {
            return Cause.TYPE_CHANGED;
        }
        if (Figures.moved(entry.confidence(), affirmed.confidence())) {
            return Cause.CONFIDENCE_MOVED;
        }
        boolean sameReason = Quotes.oneLine(entry.reason()).equals(Quotes.oneLine(affirmed.reason()));
        return !sameReason && Quotes.vanished(entry.reason(), section, garden.section(link.target()))
                ? Cause.EVIDENCE_VANISHED
                : null;
    }

    private void decide(Standing link, Action action, Cause cause, LinkEntry now, String detail, boolean presses) {
        LinkEntry was = link.entry();
        decisions.put(
                link.index(),
                new Decision(
                        action,
                        cause,
                        Kind.LINK,
                        was.target(),
                        detail,
                        figure(was.confidence()),
                        figure(now.confidence())));
        pressing |= presses;
    }

    private static LinkEntry written(Candidate candidate, Origin origin) {
        return new LinkEntry(
                candidate.target(),
                candidate.type(),
                OptionalDouble.of(Figures.inFile(candidate.confidence())),
                Quotes.oneLine(candidate.reason()),
                origin);
    }
}
