package org.graphgarden.pruner.health;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.pruner.health.Concentration.By;
import org.graphgarden.pruner.health.Concentration.Links;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.LinkTypes;
import org.graphgarden.pruner.plan.Reciprocity;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.settings.EnumWords;

/** Everything that is measured of a garden at one moment. */
final class Snapshot {
    /** Whatever else files have for the type of a link. */
    private static final String OTHER = "other";

    private final Look look;
    private final Edges edges;
    private final Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    private final Map<Tally, Map<String, Integer>> tallies = new EnumMap<>(Tally.class);
    private final List<Concentration> concentrations;
    private final Reciprocity reciprocity;

    private Snapshot(Look look) {
        this.look = look;
        this.edges = Edges.of(look.garden());
        this.concentrations = Spreads.of(look.garden(), edges);
        this.reciprocity = Reciprocity.of(look.garden(), look.enriched(), look.policy());
        links();
        relations();
        sections();
        confidences();
        put(Measure.REFUSED, look.refused().size());
        tally(Tally.REFUSED, look.refused().stream());
        List<Feedback.Entry> said = look.garden().feedback().entries();
        put(Measure.FEEDBACK, said.size());
        tally(Tally.FEEDBACK, said.stream().map(Feedback.Entry::verdict).map(EnumWords::of));
        put(Measure.NEAR_DUPLICATES, look.nearDuplicates().size());
    }

    static Snapshot of(Look look) {
        return new Snapshot(look);
    }

    Map<Measure, Double> figures() {
        return figures;
    }

    Map<Tally, Map<String, Integer>> tallies() {
        return tallies;
    }

    List<Concentration> concentrations() {
        return concentrations;
    }

    /** How many symmetric links there are. */
    int symmetric() {
        return reciprocity.symmetric();
    }

    List<Dangling> dangling() {
        return edges.dangling();
    }

    List<String> orphans() {
        return edges.orphans();
    }

    private void links() {
        put(Measure.LINKS, standing().count());
        put(Measure.LINKED, share(sectionsWith(section -> !section.links().isEmpty())));
        put(Measure.OUT_MEDIAN, Median.of(edges.linksOut()));
        put(Measure.IN_MEDIAN, Median.of(edges.linksIn()));
        put(Measure.IN_MOST, Arrays.stream(edges.linksIn()).max().orElse(0));
        put(Measure.ORPHANS, edges.orphans().size());
        put(Measure.FAULTY_LINKS, sum(edges.faulty()));
        put(Measure.RECIPROCITY, reciprocated());
        Map<String, Integer> reasons = new TreeMap<>();
        reciprocity.reasons().forEach((reason, count) -> reasons.put(reason.id(), count));
        tallies.put(Tally.ONE_WAY, reasons);
        tallies.put(Tally.FAULTY_LINKS, edges.faulty());
        tallies.put(Tally.LINKS_OUT, Buckets.degrees(edges.linksOut()));
        tallies.put(Tally.LINKS_IN, Buckets.degrees(edges.linksIn()));
        tally(Tally.LINK_TYPES, standing().map(link -> LinkTypes.known(link.type()) ? link.type() : OTHER));
    }

    /** Share of the symmetric links that stand at both ends; 1 when there is none. */
    private double reciprocated() {
        return reciprocity.symmetric() == 0 ? 1 : (double) reciprocity.reciprocated() / reciprocity.symmetric();
    }

    private void relations() {
        put(Measure.RELATIONS, edges.relations());
        tally(Tally.DANGLING_LINKS, causes(false));
        tally(Tally.DANGLING_RELATIONS, causes(true));
        put(Measure.DANGLING_LINKS, causes(false).count());
        put(Measure.DANGLING_RELATIONS, causes(true).count());
        for (Concentration spread : concentrations) {
            if (spread.by() == By.TARGET) {
                boolean inferred = spread.links() == Links.INFERRED;
                put(inferred ? Measure.LINKS_GINI : Measure.RELATIONS_GINI, spread.gini());
            }
        }
    }

    private Stream<String> causes(boolean curated) {
        return edges.dangling().stream()
                .filter(each -> each.curated() == curated)
                .map(Dangling::cause);
    }

    private void sections() {
        put(Measure.PATTERNS, look.garden().sections().size());
        Dates dates = Dates.of(look);
        put(Measure.OVERDUE, dates.overdue());
        put(Measure.NEVER_PRUNED, dates.never());
        put(
                Measure.COMMUNITIES,
                contents()
                        .flatMap(section -> section.communities().stream())
                        .map(CommunityEntry::key)
                        .distinct()
                        .count());
        put(Measure.IN_NO_COMMUNITY, sectionsWith(section -> section.communities()
                .isEmpty()));
    }

    private void confidences() {
        tallies.put(
                Tally.CONFIDENCE,
                Buckets.confidences(standing().map(LinkEntry::confidence).toList()));
        put(Measure.CONFIDENCE_MEDIAN, Median.of(standing().flatMapToDouble(link -> link.confidence().stream())));
    }

    private Stream<LinkEntry> standing() {
        return contents().flatMap(section -> section.links().stream());
    }

    private long sectionsWith(Predicate<GardenSection> property) {
        return contents().filter(property).count();
    }

    private Stream<GardenSection> contents() {
        return look.garden().sections().stream().map(SectionState::section);
    }

    private double share(long patterns) {
        int all = look.garden().sections().size();
        return all == 0 ? 0 : (double) patterns / all;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void tally(Tally tally, Stream<String> kinds) {
        Map<String, Integer> counts = new TreeMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        tallies.put(tally, counts);
    }

    private void put(Measure measure, double value) {
        figures.put(measure, Rounded.of(value));
    }
}
