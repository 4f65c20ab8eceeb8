package org.graphgarden.pruner.plan;

/**
 * How readily a garden is changed.
 *
 * @param plantThreshold confidence from which a candidate is planted, greater than 0 and at most 1
 * @param dropThreshold confidence below which a link is dropped, 0 to the plant threshold
 * @param linksPerPattern links a section holds at most, 0 or more
 * @param entitiesPerPattern up to how many entities a list is filled, 0 or more
 * @param communitiesPerPattern up to how many communities a list is filled, 0 or more
 * @param refreshAgeDays age in days from which the date of an unrevised section is refreshed, 1 or more
 * @param olderFiles whether a file without a section gets one
 * @param only which files may be revised
 * @param maxFiles how many files a cycle revises at most, the most valuable first; 1 or more
 */
public record Policy(
        double plantThreshold,
        double dropThreshold,
        int linksPerPattern,
        int entitiesPerPattern,
        int communitiesPerPattern,
        int refreshAgeDays,
        boolean olderFiles,
        FileFilter only,
        int maxFiles) {

    /**
     * What holds when nothing is configured. The thresholds are probabilities: of links from .84 on, a curator would keep
     * nineteen in twenty.
     */
    public static final Policy DEFAULT = new Policy(0.84, 0.65, 8, 10, 5, 30, true, FileFilter.ALL, Integer.MAX_VALUE);

    public Policy {
        if (!(plantThreshold > 0 && plantThreshold <= 1)) {
            throw new IllegalArgumentException("plantThreshold must be in (0, 1]: " + plantThreshold);
        }
        if (!(dropThreshold >= 0 && dropThreshold <= plantThreshold)) {
            throw new IllegalArgumentException(
                    "dropThreshold must be between 0 and plantThreshold (" + plantThreshold + "): " + dropThreshold);
        }
        requireAtLeast(0, linksPerPattern, "linksPerPattern");
        requireAtLeast(0, entitiesPerPattern, "entitiesPerPattern");
        requireAtLeast(0, communitiesPerPattern, "communitiesPerPattern");
        requireAtLeast(1, refreshAgeDays, "refreshAgeDays");
        requireAtLeast(1, maxFiles, "maxFiles");
    }

    private static void requireAtLeast(int least, int value, String field) {
        if (value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ": " + value);
        }
    }
}
