package org.graphgarden.pruner.health;

import java.util.Arrays;
import java.util.Optional;
import org.graphgarden.settings.EnumWords;

/** What is counted by kind: each count of it belongs to one cause, code, verdict or range. */
public enum Tally {
    DANGLING_LINKS("Dangling links by cause"),
    DANGLING_RELATIONS("Dangling relations by cause"),
    FAULTY_LINKS("Faulty links by cause"),
    ONE_WAY("Symmetric links whose other end does not link back, by cause"),
    LINK_TYPES("Inferred links by type"),
    LINKS_OUT("Patterns by inferred links out"),
    LINKS_IN("Patterns by inferred links in"),
    CONFIDENCE("Inferred links by confidence"),
    REFUSED("Refused files by reason"),
    FEEDBACK("Stewards' verdicts");

    private final String title;

    Tally(String title) {
        this.title = title;
    }

    /** Name in events and reports, such as {@code one-way}. */
    public String id() {
        return EnumWords.of(this);
    }

    /** Heading for readers. */
    public String title() {
        return title;
    }

    /** Whether the counts are of ranges, all of which are listed, also those of 0. */
    public boolean ranges() {
        return this == LINKS_OUT || this == LINKS_IN || this == CONFIDENCE;
    }

    /** The tally of an id; empty for one of a later version. */
    public static Optional<Tally> of(String id) {
        return Arrays.stream(values()).filter(tally -> tally.id().equals(id)).findFirst();
    }
}
