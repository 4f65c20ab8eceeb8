package org.graphgarden.pruner.plan;

/**
 * How much may stand where.
 *
 * @param linksPerPattern links that a section holds at most, 0 or more
 * @param incomingShare share of the garden's patterns that may link to one pattern, greater than 0 and at most 1; see
 *     {@link #incoming}
 * @param entitiesPerPattern up to how many entities a list is filled, 0 or more
 * @param communitiesPerPattern up to how many communities a list is filled, 0 or more
 */
public record Limits(int linksPerPattern, double incomingShare, int entitiesPerPattern, int communitiesPerPattern) {
    public static final Limits DEFAULT = new Limits(8, 0.005, 10, 5);

    public Limits {
        Require.atLeast(0, linksPerPattern, "linksPerPattern");
        Require.share(incomingShare, "incomingShare");
        Require.atLeast(0, entitiesPerPattern, "entitiesPerPattern");
        Require.atLeast(0, communitiesPerPattern, "communitiesPerPattern");
    }

    /**
     * With fewer links than this, three quarters of what it may have, a pattern may link into full ones, which cannot link back.
     * Measured on a library of 3,400: with half of them 97 % of the links stand at both ends, and half of the patterns have four or
     * more; with three quarters 94 %, and five or more; with all 91 %, and still five.
     */
    int oneWayBelow() {
        return (3 * linksPerPattern + 3) / 4;
    }

    /** Links that may point at one pattern of a garden: by the share, but no fewer than twice what a section holds. */
    public int incoming(int patterns) {
        return Math.max(2 * linksPerPattern, (int) Math.floor(incomingShare * patterns));
    }
}
