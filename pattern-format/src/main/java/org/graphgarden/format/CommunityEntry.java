package org.graphgarden.format;

import java.util.OptionalDouble;

/**
 * A community that a section says its pattern belongs to.
 *
 * @param id id as it stands in the file; for a bare string the string itself
 * @param label display label, or empty
 * @param source where it comes from ({@code taxonomy} or {@code inferred}) as it stands in the file, or empty
 * @param confidence confidence as it stands in the file (meant to be 0 to 1), if any
 * @param origin where the entry stands in its file
 */
public record CommunityEntry(String id, String label, String source, OptionalDouble confidence, Origin origin)
        implements SectionEntry {

    /**
     * A community that does not stand in a file yet.
     *
     * @throws IllegalArgumentException when the id or label is blank or the confidence is not in 0 to 1
     */
    public CommunityEntry(String id, String label, String source, double confidence) {
        this(
                Checks.notBlank("id", id),
                Checks.notBlank("label", label),
                source,
                OptionalDouble.of(Checks.share("confidence", confidence)),
                Origin.NEW);
    }

    @Override
    public String key() {
        return id;
    }

    /** Whether it is no more than an id, as an entry of a list of bare strings is. */
    public boolean isBare() {
        return label.isEmpty() && source.isEmpty() && confidence.isEmpty();
    }

    /** What is left of it in a list of bare strings. */
    public CommunityEntry asBare() {
        return new CommunityEntry(id, "", "", OptionalDouble.empty(), origin);
    }

    @Override
    public CommunityEntry at(Origin other) {
        return new CommunityEntry(id, label, source, confidence, other);
    }

    /** The same entry with another confidence. */
    public CommunityEntry withConfidence(double newConfidence) {
        return new CommunityEntry(
                id, label, source, OptionalDouble.of(Checks.share("confidence", newConfidence)), origin);
    }
}
