package org.graphgarden.pruner.plan;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links that the newest garden commit which touched their file left there: what Graph Garden planted or kept once fades, what it
 * never saw is dropped, when inference does not affirm it.
 *
 * @param targets by slug of the file's pattern, the targets as the file had them
 */
public record Tended(Map<String, Set<String>> targets) {
    /** Nothing is known of any file. */
    public static final Tended NONE = new Tended(Map.of());

    public Tended {
        targets = new TreeMap<>(targets);
    }

    boolean holds(String slug, String target) {
        return targets.getOrDefault(slug, Set.of()).contains(target);
    }
}
