package org.graphgarden.standalone.text;

/** Commit ids as people are shown them. */
public final class CommitId {
    private static final int LENGTH = 12;

    private CommitId() {}

    /** Its first twelve digits, which tell it from all others of a repository. */
    public static String shortened(String id) {
        return id.substring(0, Math.min(LENGTH, id.length()));
    }
}
