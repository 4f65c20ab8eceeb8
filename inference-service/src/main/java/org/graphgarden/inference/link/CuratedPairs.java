package org.graphgarden.inference.link;

import org.graphgarden.inference.profile.Profile;

/** Tells pairs that people have linked already, from whichever end and by slug or id. They are never proposed. */
final class CuratedPairs {
    private CuratedPairs() {}

    static boolean contain(Profile left, Profile right) {
        return names(left, right) || names(right, left);
    }

    private static boolean names(Profile source, Profile target) {
        return source.curated().stream().anyMatch(relation -> target.isNamed(relation.target()));
    }
}
