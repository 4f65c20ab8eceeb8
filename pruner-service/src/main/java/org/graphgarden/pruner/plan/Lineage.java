package org.graphgarden.pruner.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.graphgarden.pruner.plan.Passage.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of slugs that are not in a garden any longer, from its commits, newest first. A pattern lives on
 * under another slug when one with its id is in the garden, or when the commit that removed it brought one with its id,
 * else with its body. Only what is unambiguous counts.
 */
public final class Lineage {
    private final Set<String> wanted;
    private final Set<String> living = new HashSet<>();
    private final Map<String, String> livingById;
    private final Map<String, String> renames = new TreeMap<>();
    private final Map<String, String> removals = new TreeMap<>();

    /**
     * @param wanted slugs to be found; none of them is living
     * @param living the patterns of the garden
     */
    public Lineage(Collection<String> wanted, Collection<SectionState> living) {
        this.wanted = new HashSet<>(wanted);
        living.forEach(section -> this.living.add(section.slug()));
        this.livingById = unique(
                living.stream()
                        .map(section -> new Trace(section.slug(), section.id(), ""))
                        .toList(),
                Trace::id);
    }

    /** Whether there is a slug of which nothing has been found yet. */
    public boolean unresolved() {
        return !wanted.isEmpty();
    }

    /** Whether this slug is to be found. */
    public boolean wants(String slug) {
        return wanted.contains(slug);
    }

    /** Takes in the next older commit. Of a slug that went more than once the newest time counts. */
    public void follow(Passage passage) {
        Set<String> stays = new HashSet<>(living);
        passage.come().forEach(trace -> stays.add(trace.slug()));
        Map<String, String> heirs = heirs(passage);
        for (Trace gone : passage.gone()) {
            if (!stays.contains(gone.slug()) && !settled(gone.slug())) {
                settle(gone.slug(), heirs.get(gone.slug()), passage.commit());
            }
        }
    }

    /** Former slug to the slug that followed it, which may itself be a former one. */
    public Map<String, String> renames() {
        return Collections.unmodifiableMap(renames);
    }

    /** Slug of a pattern that lives on nowhere to the commit that removed it. */
    public Map<String, String> removals() {
        return Collections.unmodifiableMap(removals);
    }

    private boolean settled(String slug) {
        return renames.containsKey(slug) || removals.containsKey(slug);
    }

    private void settle(String slug, @Nullable String heir, String commit) {
        if (heir == null) {
            removals.put(slug, commit);
        } else {
            renames.put(slug, heir);
        }
        wanted.remove(slug);
    }

    private Map<String, String> heirs(Passage passage) {
        Map<String, String> heirs = new HashMap<>(pairs(passage, Trace::body));
        heirs.putAll(pairs(passage, Trace::id));
        for (Trace gone : passage.gone()) {
            String same = livingById.get(gone.id());
            if (same != null) {
                heirs.put(gone.slug(), same);
            }
        }
        return heirs;
    }

    private static Map<String, String> pairs(Passage passage, Function<Trace, String> mark) {
        Map<String, String> come = unique(passage.come(), mark);
        Map<String, String> pairs = new HashMap<>();
        unique(passage.gone(), mark).forEach((value, slug) -> {
            String heir = come.get(value);
            if (heir != null) {
                pairs.put(slug, heir);
            }
        });
        return pairs;
    }

    /** Slugs by a mark that only one of them bears. */
    private static Map<String, String> unique(List<Trace> traces, Function<Trace, String> mark) {
        Map<String, String> slugs = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Trace trace : traces) {
            String value = mark.apply(trace);
            String other = slugs.put(value, trace.slug());
            if (value.isBlank() || (other != null && !other.equals(trace.slug()))) {
                shared.add(value);
            }
        }
        slugs.keySet().removeAll(shared);
        return slugs;
    }
}
