package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.LinkEntry;

/** Counts, and finds the reasons. */
final class ReciprocityCount {
    private final GardenState garden;
    private final Policy policy;
    private final Bonds bonds;
    private final Map<String, Integer> incoming = new HashMap<>();
    private final SortedMap<Unreciprocated, Integer> reasons = new TreeMap<>();
    private int symmetric;
    private int reciprocated;

    ReciprocityCount(GardenState garden, Collection<Enriched> enriched, Policy policy) {
        this.garden = garden;
        this.policy = policy;
        this.bonds = new Bonds(garden, enriched);
        garden.sections().forEach(section -> section.section().links().forEach(this::countIncoming));
    }

    private void countIncoming(LinkEntry link) {
        if (garden.resolve(link.target()) instanceof Target.Found found) {
            incoming.merge(found.slug(), 1, Integer::sum);
        }
    }

    Reciprocity count() {
        for (SectionState section : garden.sections()) {
            for (LinkEntry link : section.section().links()) {
                if (LinkTypes.symmetric(link.type())
                        && garden.resolve(link.target()) instanceof Target.Found found
                        && !found.slug().equals(section.slug())) {
                    count(section, found.slug());
                }
            }
        }
        return new Reciprocity(symmetric, reciprocated, reasons);
    }

    private void count(SectionState section, String target) {
        symmetric++;
        SectionState other = garden.section(target);
        if (other == null || linksBack(other, section.slug(), true)) {
            reciprocated++;
        } else {
            reasons.merge(reason(section, other), 1, Integer::sum);
        }
    }

    private boolean linksBack(SectionState from, String to, boolean symmetrically) {
        return from.section().links().stream()
                .filter(link -> !symmetrically || LinkTypes.symmetric(link.type()))
                .anyMatch(link -> garden.resolve(link.target()) instanceof Target.Found found
                        && found.slug().equals(to));
    }

    /** The first that applies, from what cannot be helped to what can. */
    private Unreciprocated reason(SectionState section, SectionState other) {
        Double confidence = bonds.confidence(section.slug(), other.slug());
        if (garden.wishes(other.slug()).optedOut()) {
            return Unreciprocated.OPTED_OUT;
        }
        if (other.form() == SectionState.Form.CLOSED) {
            return Unreciprocated.CLOSED;
        }
        if (!policy.scope().includes(other)
                || (!other.present() && !policy.scope().olderFiles())) {
            return Unreciprocated.EXCLUDED;
        }
        if (linksBack(other, section.slug(), false)
                || (confidence != null && !bonds.symmetric(section.slug(), other.slug()))) {
            return Unreciprocated.OTHER_TYPE;
        }
        if (garden.curated(section.slug(), other.slug())) {
            return Unreciprocated.CURATED;
        }
        if (garden.rejected(other.slug(), section.slug(), null, confidence)) {
            return Unreciprocated.REJECTED;
        }
        if (!bonds.knows(other.slug())) {
            return Unreciprocated.NOT_INFERRED;
        }
        if (confidence == null || confidence < policy.thresholds().drop()) {
            return Unreciprocated.FADING;
        }
        return forWantOfRoom(section, other);
    }

    private Unreciprocated forWantOfRoom(SectionState section, SectionState other) {
        if (!policy.scope().decisions().plants()) {
            return Unreciprocated.NOT_ALLOWED;
        }
        if (other.section().links().size() >= policy.limits().linksPerPattern()) {
            return Unreciprocated.OTHER_END_FULL;
        }
        int limit = policy.limits().incoming(garden.sections().size());
        return incoming.getOrDefault(section.slug(), 0) >= limit
                ? Unreciprocated.OVER_INCOMING_SHARE
                : Unreciprocated.LATER;
    }
}
