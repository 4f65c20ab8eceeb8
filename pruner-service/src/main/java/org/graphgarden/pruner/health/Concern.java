package org.graphgarden.pruner.health;

import java.util.Arrays;
import java.util.Optional;
import org.graphgarden.settings.EnumWords;

/** What may be wrong with a garden, the gravest first. The id is a public contract: it stands in events and reports. */
public enum Concern {
    CONCENTRATED_LINKS(
            "Whatever inferred these links saw only a part of the garden. A cycle drops what is not confirmed."),
    CONCENTRATED_RELATIONS(
            "Relations that a program wrote are no evidence, and inference does not learn from them. Take them out, or read them."),
    DANGLING_LINKS("A cycle drops or retargets them, unless a steward pinned them or the file is closed."),
    DANGLING_RELATIONS("Graph Garden never touches what people wrote: correct the names, or take the relations out."),
    FAULTY_LINKS("A cycle drops them, unless a steward pinned them or the file is closed."),
    REFUSED_FILES("Mend the files as their reasons say; until then they are left alone."),
    ONE_WAY("A cycle plants the other end where there is room and nobody objects."),
    ORPHANS(
            "Nobody finds them by following links: relate them by hand, lower the plant threshold, or give them more text."),
    OVERDUE("Run a cycle, or raise the change budget or the refresh age."),
    NEAR_DUPLICATES("Merge the two, or tell them apart.");

    private final String remedy;

    Concern(String remedy) {
        this.remedy = remedy;
    }

    /** Name in events and reports, such as {@code dangling-links}. */
    public String id() {
        return EnumWords.of(this);
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** The concern of an id; empty for one of a later version. */
    public static Optional<Concern> of(String id) {
        return Arrays.stream(values())
                .filter(concern -> concern.id().equals(id))
                .findFirst();
    }
}
