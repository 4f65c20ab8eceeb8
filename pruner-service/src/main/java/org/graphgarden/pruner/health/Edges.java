package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.plan.Target;
import org.jspecify.annotations.Nullable;

/** The links and relations of a garden, resolved: which point at a pattern, which at nothing, and which should not be there. */
final class Edges {
    private final GardenState garden;
    /** Places of the slugs in their order: counting by number is quick for large gardens, too. */
    private final Map<String, Integer> places = new HashMap<>();

    private final List<String> slugs = new ArrayList<>();
    private final List<Dangling> dangling = new ArrayList<>();
    private final SortedMap<String, Integer> faulty = new TreeMap<>();
    private final Set<String> curatedPairs = new HashSet<>();
    private final int[] linksOut;
    private final int[] linksIn;
    private final int[] relationsIn;
    private final boolean[] related;
    private int relations;

    private Edges(GardenState garden) {
        this.garden = garden;
        garden.sections().forEach(section -> {
            places.put(section.slug(), slugs.size());
            slugs.add(section.slug());
        });
        linksOut = new int[slugs.size()];
        linksIn = new int[slugs.size()];
        relationsIn = new int[slugs.size()];
        related = new boolean[slugs.size()];
        garden.sections().forEach(this::readRelations);
        garden.sections().forEach(this::readLinks);
        dangling.sort(Dangling.ORDER);
    }

    static Edges of(GardenState garden) {
        return new Edges(garden);
    }

    private void readRelations(SectionState section) {
        for (String name : section.curated()) {
            relations++;
            String target = target(section, name, true);
            if (target != null && !target.equals(section.slug())) {
                relationsIn[place(target)]++;
                relate(section.slug(), target);
                curatedPairs.add(section.slug() + "\n" + target);
            }
        }
    }

    private void readLinks(SectionState section) {
        Set<String> seen = new HashSet<>();
        for (LinkEntry link : section.section().links()) {
            String target = target(section, link.target(), false);
            if (target != null) {
                Cause fault = fault(section.slug(), target, seen);
                if (fault != null) {
                    faulty.merge(fault.id(), 1, Integer::sum);
                }
                if (!target.equals(section.slug())) {
                    linksIn[place(target)]++;
                    linksOut[place(section.slug())]++;
                    relate(section.slug(), target);
                }
            }
        }
    }

    private @Nullable Cause fault(String source, String target, Set<String> seen) {
        if (target.equals(source)) {
            return Cause.SELF_LINK;
        }
        if (!seen.add(target)) {
            return Cause.DUPLICATE;
        }
        boolean curated =
                curatedPairs.contains(source + "\n" + target) || curatedPairs.contains(target + "\n" + source);
        return curated ? Cause.ALREADY_CURATED : null;
    }

    /** The pattern that a name stands for; null, and noted, when a reader of the file finds none under it. */
    private @Nullable String target(SectionState section, String name, boolean curated) {
        if (name.isBlank()) {
            note(section, name, curated, Cause.NO_TARGET, "");
            return null;
        }
        Target target = garden.resolve(name);
        if (target instanceof Target.Found found) {
            if (found.retarget() == Cause.TARGET_RENAMED) {
                note(section, name, curated, Cause.TARGET_RENAMED, "now " + found.slug());
                return null;
            }
            return found.slug();
        }
        Target.Gone gone = (Target.Gone) target;
        note(section, name, curated, gone.cause(), gone.detail());
        return null;
    }

    private void note(SectionState section, String name, boolean curated, Cause cause, String detail) {
        dangling.add(new Dangling(section.repository(), section.path(), name, curated, cause.id(), detail));
    }

    private void relate(String one, String other) {
        related[place(one)] = true;
        related[place(other)] = true;
    }

    private int place(String slug) {
        return places.getOrDefault(slug, 0);
    }

    List<String> slugs() {
        return slugs;
    }

    List<Dangling> dangling() {
        return dangling;
    }

    /** Inferred links that should not be there, by cause. */
    SortedMap<String, Integer> faulty() {
        return faulty;
    }

    int relations() {
        return relations;
    }

    int[] linksOut() {
        return linksOut.clone();
    }

    int[] linksIn() {
        return linksIn.clone();
    }

    int[] relationsIn() {
        return relationsIn.clone();
    }

    /** Slugs of the patterns that nothing points at and that point at nothing. */
    List<String> orphans() {
        List<String> orphans = new ArrayList<>();
        for (int place = 0; place < related.length; place++) {
            if (!related[place]) {
                orphans.add(slugs.get(place));
            }
        }
        return orphans;
    }
}
