package org.graphgarden.pruner.community;

import java.util.SortedMap;

/**
 * Patterns that belong together.
 *
 * @param id id, unique among the communities of a garden
 * @param label display label
 * @param source what said so
 * @param members per slug how much the pattern belongs to it, greater than 0 and at most 1
 */
record Community(String id, String label, Source source, SortedMap<String, Double> members) {

    /** What says that patterns belong together. */
    enum Source {
        /** People, by the domains in the front matter. */
        TAXONOMY,
        /** The graph. */
        INFERRED
    }
}
