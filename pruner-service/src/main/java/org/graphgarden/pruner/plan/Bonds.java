package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * What inference says of pairs of patterns, whichever of the two it said it of: its lists are cut off, so one end may know of a
 * pair what the other does not.
 */
final class Bonds {
    private final Map<String, Map<String, Candidate>> bySlug = new HashMap<>();

    private final Set<String> known = new HashSet<>();

    Bonds(Collection<Enriched> enriched) {
        for (Enriched pattern : enriched) {
            known.add(pattern.slug());
            Map<String, Candidate> candidates = new LinkedHashMap<>();
            pattern.candidates().forEach(candidate -> candidates.putIfAbsent(candidate.target(), candidate));
            bySlug.put(pattern.slug(), candidates);
        }
    }

    /** Whether inference said anything of the pattern. */
    boolean knows(String slug) {
        return known.contains(slug);
    }

    /** What is said of a link in one direction; null when nothing is. */
    @Nullable Candidate own(String from, String to) {
        return bySlug.getOrDefault(from, Map.of()).get(to);
    }

    /** How sure the pair is, the surer of the two directions; 0 when it is in neither list. */
    double confidence(String one, String other) {
        return Math.max(confidence(own(one, other)), confidence(own(other, one)));
    }

    private static double confidence(@Nullable Candidate candidate) {
        return candidate == null ? 0 : candidate.confidence();
    }
}
