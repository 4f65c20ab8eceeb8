package org.graphgarden.standalone.tend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.graphgarden.inference.entity.Entity;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.standalone.SimpleModels;

/** The simplest real inference: patterns whose titles share a word are linked, the title is the entity. */
final class TestModels {
    private TestModels() {}

    static GardenInference.Models sameWord() {
        return new SimpleModels("same-word", TestModels::enrich);
    }

    private static Enrichment enrich(String slug, Map<String, Profile> garden) {
        Profile profile = Objects.requireNonNull(garden.get(slug));
        Set<String> words = Set.of(profile.title().split(" "));
        List<CandidateLink> links = garden.values().stream()
                .filter(other -> !other.slug().equals(profile.slug()))
                .filter(other -> List.of(other.title().split(" ")).stream().anyMatch(words::contains))
                .map(other -> new CandidateLink(
                        other.slug(), "complementary", 0.95, "Both name the same word.", List.of(), List.of()))
                .sorted(Comparator.comparing(CandidateLink::target))
                .toList();
        return new Enrichment(List.of(new Entity(profile.slug(), "concept", profile.title(), 1)), links, List.of(), 0);
    }
}
