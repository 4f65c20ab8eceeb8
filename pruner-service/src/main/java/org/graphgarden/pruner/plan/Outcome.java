package org.graphgarden.pruner.plan;

import java.util.List;

/**
 * What becomes of one list.
 *
 * @param entries the whole list as it is to stand; what stands in the file already keeps its origin
 * @param decisions every difference with its cause, in list order
 * @param pressing whether the section is to be revised for it; else it is written when the section is dated anew anyway
 */
record Outcome<T>(List<T> entries, List<Decision> decisions, boolean pressing) {
    Outcome(List<T> entries, List<Decision> decisions) {
        this(entries, decisions, !decisions.isEmpty());
    }
}
