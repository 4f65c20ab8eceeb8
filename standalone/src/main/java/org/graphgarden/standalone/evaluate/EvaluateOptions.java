package org.graphgarden.standalone.evaluate;

import java.nio.file.Path;
import org.graphgarden.standalone.library.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate, and against which answers.
 *
 * @param repository folder, or https or ssh address
 * @param reading how it is read
 * @param holdOut share of relationships and of tagged patterns that is hidden, more than 0 and at most 1
 * @param seed another seed hides others
 * @param links file of hidden links, or null
 * @param judged file of judged pairs, or null
 * @param entities file of hidden entities, or null
 */
public record EvaluateOptions(
        String repository,
        ReadOptions reading,
        double holdOut,
        long seed,
        @Nullable Path links,
        @Nullable Path judged,
        @Nullable Path entities) {
    public EvaluateOptions {
        if (!(holdOut > 0 && holdOut <= 1)) {
            throw new IllegalArgumentException("holdOut must be more than 0 and at most 1: " + holdOut);
        }
    }

    /** Whether relationships of the library itself are hidden and asked for. */
    boolean hidesLinks() {
        return links == null && judged == null;
    }
}
