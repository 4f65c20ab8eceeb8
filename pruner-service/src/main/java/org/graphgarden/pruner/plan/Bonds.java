package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * What inference says of pairs of patterns, whichever of the two it said it of: its lists are cut off, so one end may know of a
 * pair what the other does not. A pair is one thing: it is as sure as the surer of its two directions.
 */
final class Bonds {
    private final GardenState garden;
    /** Lists of some fifty, read through: an index of each would take more room than all else of a large garden. */
    private final Map<String, List<Candidate>> bySlug = new HashMap<>();

    Bonds(GardenState garden, Collection<Enriched> enriched) {
        this.garden = garden;
        enriched.forEach(pattern -> bySlug.put(pattern.slug(), pattern.candidates()));
    }

    /** Whether inference said anything of the pattern. */
    boolean knows(String slug) {
        return bySlug.containsKey(slug);
    }

    /** What the pattern's own list says, the surest first. */
    List<Candidate> of(String slug) {
        return bySlug.getOrDefault(slug, List.of());
    }

    /** Whether the pattern's own list holds the other. */
    boolean owns(String from, String to) {
        return own(from, to) != null;
    }

    /** How sure the pair is; null when it is in neither list. */
    @Nullable Double confidence(String one, String other) {
        Candidate own = own(one, other);
        Candidate turned = own(other, one);
        if (own == null || turned == null) {
            return own != null ? (Double) own.confidence() : turned != null ? (Double) turned.confidence() : null;
        }
        return Math.max(own.confidence(), turned.confidence());
    }

    /** Whether the pair's link says the same from both ends. */
    boolean symmetric(String one, String other) {
        return LinkTypes.symmetric(type(one, other)) && LinkTypes.symmetric(type(other, one));
    }

    /** The link as it would be written, if the pair is in one of the two lists. */
    Optional<Candidate> link(String from, String to) {
        Double confidence = confidence(from, to);
        return confidence == null
                ? Optional.empty()
                : Optional.of(new Candidate(to, type(from, to), confidence, reason(from, to)));
    }

    /** Both ends say the same of a pair: the more special of what their lists say. */
    private String type(String from, String to) {
        Candidate own = own(from, to);
        Candidate turned = own(to, from);
        String here = own == null ? LinkTypes.GENERAL : own.type();
        String there = turned == null ? null : LinkTypes.inverse(turned.type());
        return there != null && LinkTypes.special(there) > LinkTypes.special(here) ? there : here;
    }

    private String reason(String from, String to) {
        Candidate own = own(from, to);
        Candidate turned = own(to, from);
        if (own != null || turned == null) {
            return own == null ? "" : own.reason();
        }
        return turned.reason().isBlank() ? "" : "Seen from " + title(to) + ": " + turned.reason();
    }

    private String title(String slug) {
        SectionState section = garden.section(slug);
        return section == null || section.subject().title().isBlank()
                ? slug
                : section.subject().title().strip();
    }

    private @Nullable Candidate own(String from, String to) {
        for (Candidate candidate : of(from)) {
            if (candidate.target().equals(to)) {
                return candidate;
            }
        }
        return null;
    }
}
