package org.graphgarden.inference.garden;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.profile.Profile;

/**
 * Infers entities and links of a garden within one epoch. What it answers depends on two sets of profiles alone: those that the
 * epoch was opened with, which make the statistics, and those that are there now. It depends neither on their order, nor on the
 * steps in which one became the other, nor on the order of the questions. Immutable.
 */
public interface GardenInference {

    /**
     * Infers one pattern.
     *
     * @throws IllegalArgumentException when the slug is not in the garden
     */
    Enrichment enrich(String slug);

    /** The garden after a change, within the same epoch. */
    GardenInference with(PatternsChange change);

    /**
     * The slugs of other patterns in whose answers these have part, or could have.
     *
     * @param slugs those that are not in the garden touch nothing
     * @param reach by slug, what {@link Enrichment#reach()} was when the pattern was last inferred
     */
    Set<String> touchedBy(Set<String> slugs, Reach reach);

    /**
     * Everything that a change of these slugs makes stale: what they touch in this garden and in the one that it became. Each takes
     * searches of the whole garden, so the two are asked side by side.
     *
     * @param after this garden after the change
     * @param reach as {@link #touchedBy} takes it; read by several threads at once
     */
    default Set<String> madeStaleBy(Set<String> slugs, GardenInference after, Reach reach) {
        CompletableFuture<Set<String>> before = CompletableFuture.supplyAsync(() -> touchedBy(slugs, reach));
        Set<String> stale = new TreeSet<>(after.touchedBy(slugs, reach));
        stale.addAll(before.join());
        return stale;
    }

    /** Opens epochs with one set of models. */
    interface Models {
        /** Name and version of the models, as enriched records carry it. */
        String name();

        /** Opens an epoch over these profiles. Slugs are unique; the order does not matter. */
        GardenInference open(List<Profile> profiles);
    }
}
