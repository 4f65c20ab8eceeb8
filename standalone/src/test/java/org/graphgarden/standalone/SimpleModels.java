package org.graphgarden.standalone;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.profile.Profile;

/**
 * Models without statistics, in which any pattern may have part in any other's answer.
 *
 * @param answer what is inferred of a pattern, given its slug and all patterns by slug
 */
public record SimpleModels(String name, BiFunction<String, Map<String, Profile>, Enrichment> answer)
        implements GardenInference.Models {
    @Override
    public GardenInference open(List<Profile> profiles) {
        Map<String, Profile> bySlug = new TreeMap<>();
        profiles.forEach(profile -> bySlug.put(profile.slug(), profile));
        return new Garden(bySlug, answer);
    }

    private record Garden(Map<String, Profile> bySlug, BiFunction<String, Map<String, Profile>, Enrichment> answer)
            implements GardenInference {
        @Override
        public Enrichment enrich(String slug) {
            return answer.apply(slug, bySlug);
        }

        @Override
        public GardenInference with(PatternsChange change) {
            Map<String, Profile> changed = new TreeMap<>(bySlug);
            changed.keySet().removeAll(change.removed());
            change.placed().forEach(profile -> changed.put(profile.slug(), profile));
            return new Garden(changed, answer);
        }

        @Override
        public Set<String> touchedBy(Set<String> slugs, Reach reach) {
            return Set.copyOf(bySlug.keySet());
        }
    }
}
