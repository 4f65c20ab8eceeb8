package org.graphgarden.pruner.plan;

/**
 * How readily a garden is changed.
 *
 * @param thresholds how sure a pair has to be
 * @param limits how much may stand where
 * @param ageing what time does
 * @param scope which files and which decisions are allowed
 * @param maxFiles how many files a cycle revises at most, the most valuable first
 */
public record Policy(Thresholds thresholds, Limits limits, Ageing ageing, Scope scope, MaxFiles maxFiles) {

    /** What holds when nothing is configured. */
    public static final Policy DEFAULT =
            new Policy(Thresholds.DEFAULT, Limits.DEFAULT, Ageing.DEFAULT, Scope.DEFAULT, MaxFiles.ALL);

    /** The same policy with other thresholds. */
    public Policy with(Thresholds other) {
        return new Policy(other, limits, ageing, scope, maxFiles);
    }

    /** The same policy with other limits. */
    public Policy with(Limits other) {
        return new Policy(thresholds, other, ageing, scope, maxFiles);
    }

    /** The same policy with another scope. */
    public Policy with(Scope other) {
        return new Policy(thresholds, limits, ageing, other, maxFiles);
    }

    /** The same policy with another budget. */
    public Policy with(MaxFiles other) {
        return new Policy(thresholds, limits, ageing, scope, other);
    }
}
