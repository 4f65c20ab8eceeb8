package org.graphgarden.inference.profile;

import java.util.List;
import org.graphgarden.inference.profile.Profile.EntityMention;

/** Facts of small made-up patterns. */
public final class Facts {
    private Facts() {}

    /** A pattern with nothing but title, summary and body. */
    public static PatternFacts of(String slug, String title, String summary, String body) {
        return with(slug, title, summary, body, List.of());
    }

    /** The same with entities in its section. */
    public static PatternFacts with(
            String slug, String title, String summary, String body, List<EntityMention> entities) {
        return new PatternFacts(
                slug, "", title, List.of(), summary, List.of(), "", List.of(), List.of(), entities, summary, body);
    }
}
