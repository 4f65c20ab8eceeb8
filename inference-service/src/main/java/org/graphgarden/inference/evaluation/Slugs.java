package org.graphgarden.inference.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Whom a relationship names: people write slugs or ids. */
final class Slugs {
    private final Map<String, String> byName = new HashMap<>();

    private Slugs() {}

    static Slugs of(List<Profile> profiles) {
        Slugs slugs = new Slugs();
        profiles.forEach(profile -> slugs.byName.put(profile.id(), profile.slug()));
        profiles.forEach(profile -> slugs.byName.put(profile.slug(), profile.slug()));
        slugs.byName.remove("");
        return slugs;
    }

    /** The slug of whom this slug or id names, or null when the library does not have it. */
    @Nullable String find(String name) {
        return byName.get(name);
    }
}
