package org.graphgarden.pruner.publish;

import java.time.Duration;
import java.time.LocalDate;
import org.graphgarden.git.CommitSigner;

/**
 * How commits are published.
 *
 * @param mode where they go
 * @param branchPattern name of the garden branch; {@code {date}} stands for the cycle's date, or for {@code open} where one request
 *     is kept open
 * @param author who the commits say wrote them
 * @param committer who they say made them
 * @param attempts how often a push is tried, 1 or more
 * @param firstPause pause before the second attempt, doubled for each further one and varied by half either way
 * @param cleanUp which older branches of its own are taken away
 * @param signer signs the commits
 */
public record Publishing(
        PublishMode mode,
        String branchPattern,
        Person author,
        Person committer,
        int attempts,
        Duration firstPause,
        CleanUp cleanUp,
        CommitSigner signer) {

    /** A careful part of what Git allows: words of letters, digits, dot, dash and underscore between slashes. */
    private static final String BRANCH = "(?!.*(\\.\\.|\\.lock(/|$)|\\.(/|$)))[\\w][\\w.-]*(/[\\w][\\w.-]*)*";

    private static final String DATE = "{date}";

    /** What holds when nothing is configured. */
    public static final Publishing DEFAULT = new Publishing(
            PublishMode.BRANCH, "graph-garden/" + DATE, new Person("Graph Garden", ""), 5, Duration.ofSeconds(1));

    public Publishing {
        if (!branchPattern.replace(DATE, "2000-01-01").matches(BRANCH)) {
            throw new IllegalArgumentException("branchPattern must give the name of a branch: '" + branchPattern + "'");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
        }
        if (firstPause.isNegative()) {
            throw new IllegalArgumentException("firstPause must not be negative: " + firstPause);
        }
    }

    /** With one person as author and committer, nothing signed, and older branches taken away. */
    public Publishing(PublishMode mode, String branchPattern, Person author, int attempts, Duration firstPause) {
        this(mode, branchPattern, author, author, attempts, firstPause, CleanUp.ALL, CommitSigner.NONE);
    }

    /** The same but for the mode. */
    public Publishing withMode(PublishMode newMode) {
        return new Publishing(newMode, branchPattern, author, committer, attempts, firstPause, cleanUp, signer);
    }

    /** The same but for what is taken away. */
    public Publishing cleaningUp(CleanUp other) {
        return new Publishing(mode, branchPattern, author, committer, attempts, firstPause, other, signer);
    }

    String branch(LocalDate date) {
        return branchPattern.replace(DATE, mode == PublishMode.PULL_REQUEST ? "open" : date.toString());
    }
}
