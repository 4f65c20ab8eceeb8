package org.graphgarden.inference.evaluation;

/**
 * Two patterns, in a direction.
 *
 * @param source slug of the one from which the other is seen
 * @param target slug of the other
 */
record Pair(String source, String target) {
    /** The same pair, whichever end it is seen from. */
    Pair undirected() {
        return source.compareTo(target) <= 0 ? this : new Pair(target, source);
    }
}
