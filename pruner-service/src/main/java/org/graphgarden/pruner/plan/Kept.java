package org.graphgarden.pruner.plan;

import java.util.OptionalDouble;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A link that goes on standing.
 *
 * @param standing the link as it stands
 * @param affirmed as inference has it now; null when it does not affirm it, or knows nothing of the pattern
 * @param faded what is left of the file's confidence when it is not affirmed; empty when it stands as it is
 */
record Kept(Standing standing, @Nullable Candidate affirmed, OptionalDouble faded) {
    /** How sure it is, for which of several go first. */
    double confidence() {
        return affirmed != null ? affirmed.confidence() : faded.orElse(1);
    }
}
