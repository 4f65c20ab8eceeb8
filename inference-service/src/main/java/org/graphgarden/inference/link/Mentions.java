package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.index.Appended;
import org.graphgarden.inference.index.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * Which patterns name which others in their text. Known are the names that patterns had when the epoch was opened: a pattern that
 * is newer, or a title that has changed since, is found in other texts from the next epoch on. Immutable.
 */
final class Mentions {
    private final Patterns patterns;
    /** By number: what the pattern's text names, by the number that it had when the epoch was opened. */
    private final Appended<Map<Integer, Mention>> bySource;
    /** By number: who named it when the epoch was opened. */
    private final List<List<Integer>> byTarget;

    private Mentions(Patterns patterns, Appended<Map<Integer, Mention>> bySource, List<List<Integer>> byTarget) {
        this.patterns = patterns;
        this.bySource = bySource;
        this.byTarget = byTarget;
    }

    /** Takes what each text names, by the number of the pattern whose text it is. */
    static Mentions of(Patterns patterns, List<Map<Integer, Mention>> bySource) {
        List<List<Integer>> byTarget = new ArrayList<>();
        bySource.forEach(any -> byTarget.add(new ArrayList<>(0)));
        for (int source = 0; source < bySource.size(); source++) {
            for (int target : bySource.get(source).keySet()) {
                byTarget.get(target).add(source);
            }
        }
        return new Mentions(patterns, Appended.of(bySource), byTarget);
    }

    /** These after a change; takes what the texts of the new numbers name. */
    Mentions with(Patterns changed, List<Map<Integer, Mention>> more) {
        return new Mentions(changed, bySource.with(more), byTarget);
    }

    /** How the source first names the target, or null. */
    @Nullable Mention find(int source, int target) {
        return bySource.get(source).get(patterns.origin(target));
    }

    /** The patterns that the source names. */
    List<Integer> namedBy(int source) {
        return bySource.get(source).keySet().stream()
                .map(patterns::current)
                .filter(target -> target != Patterns.NONE)
                .toList();
    }

    /** The patterns that name the target. */
    List<Integer> naming(int target) {
        int origin = patterns.origin(target);
        List<Integer> naming = new ArrayList<>();
        if (origin != Patterns.NONE) {
            byTarget.get(origin).stream().filter(patterns::isLive).forEach(naming::add);
            for (int later = patterns.frozen(); later < bySource.size(); later++) {
                if (bySource.get(later).containsKey(origin) && patterns.isLive(later)) {
                    naming.add(later);
                }
            }
        }
        return naming;
    }

    /** How telling it is to be named: 1 for a pattern that a single other names, 0 for one that all name. */
    double rarity(int target) {
        int origin = patterns.origin(target);
        if (origin == Patterns.NONE || byTarget.size() < 2) {
            return 0;
        }
        int naming = Math.max(1, byTarget.get(origin).size());
        return 1 - StrictMath.log(naming) / StrictMath.log(byTarget.size());
    }

    /** How many patterns named it when the epoch was opened, by logarithm: 0 for none or one, 1 for all. */
    double prominence(int target) {
        return patterns.origin(target) == Patterns.NONE || byTarget.size() < 2 ? 0 : 1 - rarity(target);
    }
}
