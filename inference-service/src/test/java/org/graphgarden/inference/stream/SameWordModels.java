package org.graphgarden.inference.stream;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.graphgarden.inference.entity.Entity;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.profile.Profile;

/** The simplest real inference: patterns whose titles share a word are linked, the title is the entity. */
final class SameWordModels implements GardenInference.Models {
    @Override
    public String name() {
        return "same-word";
    }

    @Override
    public GardenInference open(List<Profile> profiles) {
        Map<String, Profile> bySlug = new TreeMap<>();
        profiles.forEach(profile -> bySlug.put(profile.slug(), profile));
        return new Garden(bySlug);
    }

    private static Enrichment enrich(Profile profile, Map<String, Profile> garden) {
        Set<String> words = Set.of(profile.title().split(" "));
        List<CandidateLink> links = garden.values().stream()
                .filter(other -> !other.slug().equals(profile.slug()))
                .filter(other -> List.of(other.title().split(" ")).stream().anyMatch(words::contains))
                .map(other -> new CandidateLink(other.slug(), "complementary", 0.9, "Same word.", List.of(), List.of()))
                .sorted(Comparator.comparing(CandidateLink::target))
                .toList();
        return new Enrichment(List.of(new Entity(profile.slug(), "concept", profile.title(), 1)), links, List.of(), 0);
    }

    private record Garden(Map<String, Profile> bySlug) implements GardenInference {
        @Override
        public Enrichment enrich(String slug) {
            return SameWordModels.enrich(Objects.requireNonNull(bySlug.get(slug)), bySlug);
        }

        @Override
        public GardenInference with(PatternsChange change) {
            Map<String, Profile> changed = new TreeMap<>(bySlug);
            changed.keySet().removeAll(change.removed());
            change.placed().forEach(profile -> changed.put(profile.slug(), profile));
            return new Garden(changed);
        }

        @Override
        public Set<String> touchedBy(Set<String> slugs, Reach reach) {
            return Set.copyOf(bySlug.keySet());
        }
    }
}
