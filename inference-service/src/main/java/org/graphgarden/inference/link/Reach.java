package org.graphgarden.inference.link;

import java.util.function.ToDoubleFunction;

/** By slug, what {@link InferredLinks#reach()} was when the pattern was last inferred; negative infinity when it never was. */
@FunctionalInterface
public interface Reach extends ToDoubleFunction<String> {

    /** What none of a garden's patterns is below. Most others are less like a pattern than this, so that theirs need not be looked up. */
    default double least() {
        return Double.NEGATIVE_INFINITY;
    }
}
