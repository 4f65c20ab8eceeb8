package org.graphgarden.inference.index;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.graphgarden.inference.profile.Profile;

/**
 * What a push does to the patterns of a garden.
 *
 * @param placed profiles that are new or replace the one of their slug, by slug; each slug once
 * @param removed slugs of patterns that are gone
 */
public record PatternsChange(List<Profile> placed, SortedSet<String> removed) {
    public PatternsChange {
        placed = placed.stream().sorted(Comparator.comparing(Profile::slug)).toList();
        removed = new TreeSet<>(removed);
    }

    /** All slugs that it concerns. */
    public SortedSet<String> slugs() {
        SortedSet<String> slugs = new TreeSet<>(removed);
        placed.forEach(profile -> slugs.add(profile.slug()));
        return slugs;
    }
}
