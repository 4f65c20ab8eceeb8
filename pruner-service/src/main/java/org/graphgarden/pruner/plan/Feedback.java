package org.graphgarden.pruner.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stewards' edits say of a garden's sections.
 *
 * @param entries each entry of a section at most once, by slug, kind and id
 */
public record Feedback(List<Entry> entries) {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::slug).thenComparing(Entry::kind).thenComparing(Entry::id);

    /** Nothing was said. */
    public static final Feedback NONE = new Feedback(List.of());

    /** What a steward decided. */
    public enum Verdict {
        /** It was taken out, and does not come back; a link may, when it is much surer. */
        REJECTED,
        /** The link was moved to the relationships: it is curated. */
        PROMOTED,
        /** It was edited, and stands as it is. */
        PINNED,
        /** The section was removed whole, or refused: the file is not touched. */
        OPTED_OUT
    }

    /**
     * What is said of one entry.
     *
     * @param slug slug of the pattern in whose section it stands or stood
     * @param kind which list it stands in
     * @param id id of the entity (its label when it has none) or community, or target of the link; empty for the section
     * @param verdict what the steward decided
     * @param confidence what the file gave a rejected link, 0 to 1; null when it gave none
     */
    public record Entry(
            String slug,
            Kind kind,
            String id,
            Verdict verdict,
            @Nullable Double confidence) {}

    public Feedback {
        entries = entries.stream().sorted(ORDER).toList();
    }

    /** What is said of links. */
    Stream<Entry> links(Verdict verdict) {
        return entries.stream().filter(entry -> entry.kind() == Kind.LINK && entry.verdict() == verdict);
    }
}
