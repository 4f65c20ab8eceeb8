package org.graphgarden.format;

import java.util.OptionalDouble;

/**
 * An inferred link of a section.
 *
 * @param target slug it points at; for a bare string the string itself
 * @param type link type as it stands in the file, or empty
 * @param confidence confidence as it stands in the file (meant to be 0 to 1), if any; also a {@code strength} of at most 1
 * @param reason why, or empty
 * @param origin where the entry stands in its file
 */
public record LinkEntry(String target, String type, OptionalDouble confidence, String reason, Origin origin)
        implements SectionEntry {

    /**
     * A link that does not stand in a file yet.
     *
     * @throws IllegalArgumentException when the target is blank or the confidence is not in 0 to 1
     */
    public LinkEntry(String target, String type, double confidence, String reason) {
        this(
                Checks.notBlank("target", target),
                type,
                OptionalDouble.of(Checks.share("confidence", confidence)),
                reason,
                Origin.NEW);
    }

    @Override
    public String key() {
        return target;
    }

    @Override
    public LinkEntry at(Origin other) {
        return new LinkEntry(target, type, confidence, reason, other);
    }

    /** The same entry with another target. */
    public LinkEntry withTarget(String newTarget) {
        return new LinkEntry(Checks.notBlank("target", newTarget), type, confidence, reason, origin);
    }

    /** The same entry with another confidence. */
    public LinkEntry withConfidence(double newConfidence) {
        return new LinkEntry(
                target, type, OptionalDouble.of(Checks.share("confidence", newConfidence)), reason, origin);
    }

    /** The same entry with another reason. */
    public LinkEntry withReason(String newReason) {
        return new LinkEntry(target, type, confidence, newReason, origin);
    }
}
