package org.graphgarden.pruner.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The links of a garden as far as they are settled, and what room they leave: in their sections, and at their targets. */
final class Room {
    private final int perPattern;
    private final int perTarget;
    private final Map<String, Integer> outgoing = new HashMap<>();
    private final Map<String, Integer> incoming = new HashMap<>();
    private final Map<String, Set<String>> links = new HashMap<>();

    Room(Limits limits, int patterns) {
        this.perPattern = limits.linksPerPattern();
        this.perTarget = limits.incoming(patterns);
    }

    /** Settles a link. */
    void take(String from, String to) {
        outgoing.merge(from, 1, Integer::sum);
        incoming.merge(to, 1, Integer::sum);
        links.computeIfAbsent(from, any -> new HashSet<>()).add(to);
    }

    /** Settles a link that leads nowhere, but takes its place in the section. */
    void takeDangling(String from) {
        outgoing.merge(from, 1, Integer::sum);
    }

    boolean holds(String from, String to) {
        return links.getOrDefault(from, Set.of()).contains(to);
    }

    /** How many links are settled in a section. */
    int from(String slug) {
        return outgoing.getOrDefault(slug, 0);
    }

    boolean fits(String from, String to) {
        return lack(from, to) == null;
    }

    /** Why there is no room for the link; null when there is. */
    @Nullable Cause lack(String from, String to) {
        if (from(from) >= perPattern) {
            return Cause.OVER_LIMIT;
        }
        return incoming.getOrDefault(to, 0) >= perTarget ? Cause.OVER_INCOMING_SHARE : null;
    }
}
