package org.graphgarden.inference.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Link;
import org.graphgarden.events.LinkState;
import org.jspecify.annotations.Nullable;

/** What consumers are told when a pattern's inference changes. */
final class EnrichmentDiff {
    private EnrichmentDiff() {}

    /** Whether two records say the same but for the cut and epoch that they name: then the older one still holds. */
    static boolean saysTheSame(@Nullable EnrichedPattern before, EnrichedPattern after) {
        if (before == null) {
            return false;
        }
        return EnrichedPattern.newBuilder(after)
                .setCut(before.getCut())
                .setEpoch(before.getEpoch())
                .build()
                .equals(before);
    }

    /**
     * The links at or above the threshold that are new or changed, then those that no longer hold.
     *
     * @param threshold confidence from which on a link is worth telling, 0 to 1
     */
    static List<CandidateLink> links(
            @Nullable EnrichedPattern before, @Nullable EnrichedPattern after, double threshold) {
        Set<Link> known = new HashSet<>(worthTelling(before, threshold));
        Set<String> held = new HashSet<>();
        List<CandidateLink> events = new ArrayList<>();
        for (Link link : worthTelling(after, threshold)) {
            held.add(link.getTarget());
            if (after != null && !known.contains(link)) {
                events.add(event(after, link, LinkState.OBSERVED));
            }
        }
        for (Link link : worthTelling(before, threshold)) {
            if (before != null && !held.contains(link.getTarget())) {
                events.add(event(after == null ? before : after, link, LinkState.RETRACTED));
            }
        }
        return events;
    }

    private static List<Link> worthTelling(@Nullable EnrichedPattern pattern, double threshold) {
        return pattern == null
                ? List.of()
                : pattern.getLinks().stream()
                        .filter(link -> link.getConfidence() >= threshold)
                        .filter(link -> !pattern.getNearDuplicates().contains(link.getTarget()))
                        .toList();
    }

    private static CandidateLink event(EnrichedPattern pattern, Link link, LinkState state) {
        return CandidateLink.newBuilder()
                .setGarden(pattern.getGarden())
                .setSlug(pattern.getSlug())
                .setState(state)
                .setTarget(link.getTarget())
                .setType(link.getType())
                .setConfidence(link.getConfidence())
                .setReason(link.getReason())
                .setCut(pattern.getCut())
                .setEpoch(pattern.getEpoch())
                .setModel(pattern.getModel())
                .build();
    }
}
