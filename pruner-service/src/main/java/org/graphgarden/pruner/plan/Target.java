package org.graphgarden.pruner.plan;

import org.jspecify.annotations.Nullable;

/** What a name that a link points at stands for now. */
public sealed interface Target {
    /**
     * A pattern of the garden.
     *
     * @param slug its slug
     * @param retarget why the link has to name it otherwise; null when it is named by its slug
     */
    record Found(String slug, @Nullable Cause retarget) implements Target {}

    /**
     * No pattern of the garden.
     *
     * @param cause why not
     * @param detail what is known beside, or empty
     */
    record Gone(Cause cause, String detail) implements Target {}
}
