package org.graphgarden.standalone.cycles;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A cycle as the history shows it.
 *
 * @param cycle its id inside its garden
 * @param time when it began; of a history without topics, when it was committed
 * @param outcome how it ended, in lower case; of a history {@code published}, since only what left a commit is in it
 * @param message one sentence when the outcome needs one; may be empty
 * @param commits what it left in repositories
 * @param tally what it did, in figures
 */
public record CycleRow(String cycle, Instant time, String outcome, String message, List<Commit> commits, Tally tally) {
    static final Comparator<CycleRow> NEWEST_FIRST =
            Comparator.comparing(CycleRow::time).thenComparing(CycleRow::cycle).reversed();

    /**
     * What it left in one repository.
     *
     * @param repository its name
     * @param commit the commit
     * @param place branch on which it stands, unless it is merged; may be empty when that is not known any more
     * @param merged whether the followed branch holds it
     * @param revertedBy the commit that undid it
     * @param request address of the request that proposes it
     */
    public record Commit(
            String repository,
            String commit,
            String place,
            boolean merged,
            Optional<String> revertedBy,
            Optional<String> request) {

        /** The same with the address of its request; empty when there is none. */
        Commit proposedAt(String address) {
            return new Commit(
                    repository,
                    commit,
                    place,
                    merged,
                    revertedBy,
                    Optional.of(address).filter(text -> !text.isEmpty()));
        }
    }

    public CycleRow {
        commits = List.copyOf(commits);
    }

    /** The same under another name. */
    CycleRow called(String name) {
        return new CycleRow(name, time, outcome, message, commits, tally);
    }
}
