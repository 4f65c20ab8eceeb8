package org.graphgarden.topics;

/** What the broker does with old records of a topic. */
public enum CleanupPolicy {
    DELETE("delete"),
    COMPACT("compact"),
    COMPACT_AND_DELETE("compact,delete");

    private final String setting;

    CleanupPolicy(String setting) {
        this.setting = setting;
    }

    /** The value of {@code cleanup.policy}. */
    public String setting() {
        return setting;
    }

    public boolean compacts() {
        return this != DELETE;
    }

    public boolean deletes() {
        return this != COMPACT;
    }
}
