package org.graphgarden.pruner.plan;

import org.graphgarden.format.LinkEntry;

/**
 * A link of a section that is sound by itself.
 *
 * @param slug the pattern in whose section it stands
 * @param index its place in the section
 * @param entry the link as it stands
 * @param found its target
 */
record Standing(String slug, int index, LinkEntry entry, Target.Found found) {
    String target() {
        return found.slug();
    }

    /** What a reader of a decision needs when the link names its target otherwise; or empty. */
    String renamed() {
        return found.retarget() == null ? "" : "now " + found.slug();
    }
}
