package org.graphgarden.inference.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stewards' edits take away from a pattern. It adds nothing: it is no evidence for anything else.
 *
 * @param links links that they rejected
 * @param entities ids of entities that they rejected
 * @param optedOut whether nothing is to be proposed for the pattern at all; others may still be linked to it
 */
public record Feedback(List<RejectedLink> links, List<String> entities, boolean optedOut) {
    /** Nothing was said. */
    public static final Feedback NONE = new Feedback(List.of(), List.of(), false);

    /** The file says itself that it is left alone. */
    public static final Feedback OPTED_OUT = new Feedback(List.of(), List.of(), true);

    public Feedback {
        links = List.copyOf(links);
        entities = List.copyOf(entities);
    }

    /**
     * A link that a steward took out of the pattern's section.
     *
     * @param target slug or id that it named, as it stood in the file
     * @param confidence what the file gave it then, 0 to 1; null when it gave none
     */
    public record RejectedLink(String target, @Nullable Double confidence) {}
}
