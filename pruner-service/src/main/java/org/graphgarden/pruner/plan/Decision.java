package org.graphgarden.pruner.plan;

import java.util.OptionalDouble;
import org.graphgarden.format.LinkEntry;
import org.jspecify.annotations.Nullable;

/**
 * One decision about one entry.
 *
 * @param action what is done
 * @param cause why
 * @param kind which list the entry stands in
 * @param id id of the entity or community, or the link's target as it stood; empty for the whole section
 * @param detail what a reader needs beside the cause, such as the new target; may be empty
 * @param before confidence or relevance before; null when there was none
 * @param after confidence or relevance after; null when there is none
 */
public record Decision(
        Action action,
        Cause cause,
        Kind kind,
        String id,
        String detail,
        @Nullable Double before,
        @Nullable Double after) {

    static Decision drop(Cause cause, LinkEntry link, String detail) {
        return new Decision(Action.DROP, cause, Kind.LINK, link.target(), detail, figure(link.confidence()), null);
    }

    static @Nullable Double figure(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }

    static Decision section(Action action, Cause cause) {
        return new Decision(action, cause, Kind.SECTION, "", "", null, null);
    }
}
