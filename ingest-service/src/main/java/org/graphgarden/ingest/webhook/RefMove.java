package org.graphgarden.ingest.webhook;

import java.util.regex.Pattern;
import org.graphgarden.git.BareClone;

/**
 * A ref that moved, as the forge says.
 *
 * @param ref full name; empty when it is not known
 * @param before object id before; all zeros when it was made, empty when the forge does not say
 * @param after object id after; all zeros when it was deleted, empty when the forge does not say
 */
record RefMove(String ref, String before, String after) {

    /** What forges say for no object. */
    static final String NOTHING = "0".repeat(40);

    /** Some ref, nobody knows which. */
    static final RefMove UNKNOWN = new RefMove("", "", "");

    static final String HEADS = "refs/heads/";

    /** Where Graph Garden publishes for review. What stewards do there before a merge is feedback, and so is closing it. */
    static final String GARDEN_BRANCHES = HEADS + BareClone.GARDEN_BRANCHES;

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern ZEROS = Pattern.compile("0+");

    /** Whether text can be an object id. */
    static boolean isObjectId(String text) {
        return OBJECT_ID.matcher(text).matches();
    }

    boolean isOfBranch() {
        return ref.isEmpty() || ref.startsWith(HEADS);
    }

    boolean isOfGarden() {
        return ref.startsWith(GARDEN_BRANCHES);
    }

    boolean deletes() {
        return ZEROS.matcher(after).matches();
    }
}
