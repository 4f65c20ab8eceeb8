package org.graphgarden.inference.index;

import java.util.List;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.TextSection;

/** Profiles for tests. */
public final class Profiles {
    private Profiles() {}

    /** A profile with nothing but a slug, a title, a summary and a body. */
    public static Profile of(String slug, String title, String summary, String body) {
        return new Profile(
                slug,
                "",
                title,
                List.of(),
                summary,
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(new TextSection("Context", body)),
                List.of(),
                Embedding.NONE);
    }
}
