package org.graphgarden.pruner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.graphgarden.pruner.plan.Enriched.Candidate;

/**
 * Chooses which pairs get a link: greedily, the surest first. New pairs, and other ends of links that stand. Of a
 * symmetric pair both ends get the link or neither does, unless one of them can never have it; so that nobody is left out whose
 * neighbours are all full, patterns with few links may then link one-way into full ones.
 *
 * <p>What is refused for want of room is refused for good, as room only gets less: so planning again what was planted comes to the
 * same, also when only a part of it was planted.
 */
final class PairChoice {
    /** A direction of a pair. */
    private record Way(String from, String to, double confidence) {
        static final Comparator<Way> SUREST_FIRST = Comparator.comparingDouble(Way::confidence)
                .reversed()
                .thenComparing(Way::from)
                .thenComparing(Way::to);

        /** The direction that stands for both: from the first of the two slugs. */
        static Way of(String one, String other, double confidence) {
            return one.compareTo(other) < 0 ? new Way(one, other, confidence) : new Way(other, one, confidence);
        }

        Way turned() {
            return new Way(to, from, confidence);
        }
    }

    private final GardenState garden;
    private final Bonds bonds;
    private final Policy policy;
    private final Set<String> open;
    private final Room room;
    private final Map<String, List<Planting>> plantings = new HashMap<>();

    /** @param open slugs of the patterns in whose sections may be planted */
    PairChoice(GardenState garden, Bonds bonds, Policy policy, Set<String> open, Room room) {
        this.garden = garden;
        this.bonds = bonds;
        this.policy = policy;
        this.open = open;
        this.room = room;
    }

    /**
     * Settles what is planted.
     *
     * @param standing links of symmetric types that stand and go on standing, by the pattern in whose section
     */
    void choose(Map<String, ? extends Iterable<String>> standing) {
        TreeSet<Way> ways = candidates();
        addEnds(standing, ways);
        List<Way> refused = new ArrayList<>();
        for (Way way : ways) {
            if (!bonds.symmetric(way.from(), way.to())) {
                plantEach(way);
            } else if (!plantBoth(way)) {
                refused.add(way);
            }
        }
        for (Way way : refused) {
            plantOneWay(way);
            plantOneWay(way.turned());
        }
    }

    /** What is planted in a section, the surest first. */
    List<Planting> of(String slug) {
        return plantings.getOrDefault(slug, List.of());
    }

    /** Pairs of which one end stands; what is affirmed is sure enough for the other one. */
    private void addEnds(Map<String, ? extends Iterable<String>> standing, Set<Way> ways) {
        standing.forEach((from, targets) -> targets.forEach(to -> {
            Double confidence = bonds.confidence(from, to);
            if (confidence != null
                    && confidence >= policy.thresholds().drop()
                    && bonds.symmetric(from, to)
                    && able(to, from, confidence)) {
                ways.add(Way.of(from, to, confidence));
            }
        }));
    }

    /** Every pair that is sure enough once, seen from the end whose slug is the first. */
    private TreeSet<Way> candidates() {
        TreeSet<Way> ways = new TreeSet<>(Way.SUREST_FIRST);
        for (SectionState section : garden.sections()) {
            for (Candidate candidate : bonds.of(section.slug())) {
                if (candidate.confidence() < policy.thresholds().plant()) {
                    break;
                }
                Double confidence = bonds.confidence(section.slug(), candidate.target());
                if (confidence != null && !section.slug().equals(candidate.target())) {
                    ways.add(Way.of(section.slug(), candidate.target(), confidence));
                }
            }
        }
        return ways;
    }

    /** Whether the link could stand there if there were room; never changes while links are chosen. */
    private boolean able(String from, String to, double confidence) {
        return open.contains(from)
                && bonds.knows(from)
                && !from.equals(to)
                && garden.section(to) != null
                && !garden.curated(from, to)
                && !garden.rejected(from, to, null, confidence);
    }

    private boolean able(Way way) {
        return able(way.from(), way.to(), way.confidence());
    }

    private boolean fits(Way way) {
        return !room.holds(way.from(), way.to()) && room.fits(way.from(), way.to());
    }

    private void plantEach(Way way) {
        for (Way each : List.of(way, way.turned())) {
            if (bonds.owns(each.from(), each.to()) && able(each) && fits(each)) {
                plant(each);
            }
        }
    }

    /** Whether there is nothing left to do for a symmetric pair. */
    private boolean plantBoth(Way way) {
        boolean here = able(way) && !room.holds(way.from(), way.to());
        boolean there = able(way.turned()) && !room.holds(way.to(), way.from());
        if (here && there) {
            if (!fits(way) || !fits(way.turned())) {
                return false;
            }
            plant(way);
            plant(way.turned());
        } else if (here && fits(way)) {
            plant(way);
        } else if (there && fits(way.turned())) {
            plant(way.turned());
        }
        return true;
    }

    private void plantOneWay(Way way) {
        if (able(way) && fits(way) && room.from(way.from()) < policy.limits().oneWayBelow()) {
            plant(way);
        }
    }

    private void plant(Way way) {
        boolean sure = way.confidence() >= policy.thresholds().plant() && bonds.owns(way.from(), way.to());
        boolean answers = !sure && room.holds(way.to(), way.from());
        Candidate link = bonds.link(way.from(), way.to()).orElseThrow();
        plantings
                .computeIfAbsent(way.from(), any -> new ArrayList<>())
                .add(new Planting(link, answers ? Action.RECIPROCATE : Action.PLANT));
        room.take(way.from(), way.to());
    }
}
