package org.graphgarden.format;

import java.util.OptionalDouble;

/**
 * An entity of a section.
 *
 * @param id id as it stands in the file; empty for a bare string
 * @param type type as it stands in the file, or empty
 * @param label display label; for a bare string the string itself
 * @param relevance relevance as it stands in the file (meant to be 0 to 1), if any
 * @param origin where the entry stands in its file
 */
public record EntityEntry(String id, String type, String label, OptionalDouble relevance, Origin origin)
        implements SectionEntry {

    /**
     * An entity that does not stand in a file yet.
     *
     * @throws IllegalArgumentException when the id or label is blank or the relevance is not in 0 to 1
     */
    public EntityEntry(String id, String type, String label, double relevance) {
        this(
                Checks.notBlank("id", id),
                type,
                Checks.notBlank("label", label),
                OptionalDouble.of(Checks.share("relevance", relevance)),
                Origin.NEW);
    }

    /** The id; the label of an entity without one. */
    @Override
    public String key() {
        return id.isEmpty() ? label : id;
    }

    /** Whether it is no more than a name, as an entry of a list of bare strings is. */
    public boolean isBare() {
        return id.isEmpty() && type.isEmpty() && relevance.isEmpty();
    }

    /** What is left of it in a list of bare strings. */
    public EntityEntry asBare() {
        return new EntityEntry("", "", label, OptionalDouble.empty(), origin);
    }

    @Override
    public EntityEntry at(Origin other) {
        return new EntityEntry(id, type, label, relevance, other);
    }

    /** The same entry with another relevance. */
    public EntityEntry withRelevance(double newRelevance) {
        return new EntityEntry(id, type, label, OptionalDouble.of(Checks.share("relevance", newRelevance)), origin);
    }
}
