package org.graphgarden.pruner.publish;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How commits are published.
 *
 * @param mode where they go
 * @param branchPattern name of the garden branch; {@code {date}} stands for the cycle's date
 * @param authorName author and committer
 * @param authorEmail their address; may be empty
 * @param attempts how often a push is tried, 1 or more
 * @param firstPause pause before the second attempt, doubled for each further one and varied by half either way
 */
public record Publishing(
        PublishMode mode,
        String branchPattern,
        String authorName,
        String authorEmail,
        int attempts,
        Duration firstPause) {

    /** A careful part of what Git allows: words of letters, digits, dot, dash and underscore between slashes. */
    private static final String BRANCH = "(?!.*(\\.\\.|\\.lock(/|$)|\\.(/|$)))[\\w][\\w.-]*(/[\\w][\\w.-]*)*";

    /** What holds when nothing is configured. */
    public static final Publishing DEFAULT =
            new Publishing(PublishMode.BRANCH, "graph-garden/{date}", "Graph Garden", "", 5, Duration.ofSeconds(1));

    public Publishing {
        if (!branchPattern.replace("{date}", "2000-01-01").matches(BRANCH)) {
            throw new IllegalArgumentException("branchPattern must give the name of a branch: '" + branchPattern + "'");
        }
        if (authorName.isBlank()) {
            throw new IllegalArgumentException("authorName must not be blank");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
        }
        if (firstPause.isNegative()) {
            throw new IllegalArgumentException("firstPause must not be negative: " + firstPause);
        }
    }

    /** The same but for the mode. */
    public Publishing withMode(PublishMode newMode) {
        return new Publishing(newMode, branchPattern, authorName, authorEmail, attempts, firstPause);
    }

    String branch(LocalDate date) {
        return branchPattern.replace("{date}", date.toString());
    }
}
