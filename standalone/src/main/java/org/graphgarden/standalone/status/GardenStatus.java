package org.graphgarden.standalone.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a garden stands.
 *
 * @param name of the garden
 * @param repositories in the order of the configuration
 * @param lag what waits to be processed
 * @param lastCycle the newest cycle that ended
 * @param nextCycle when the next one is due; empty when none is scheduled
 * @param deadLetters of the last thirty days, by reason code
 */
public record GardenStatus(
        String name,
        List<Repository> repositories,
        Lag lag,
        Optional<Cycle> lastCycle,
        Optional<Instant> nextCycle,
        Map<String, Long> deadLetters) {
    public GardenStatus {
        repositories = List.copyOf(repositories);
        deadLetters = Map.copyOf(deadLetters);
    }

    /**
     * One repository.
     *
     * @param name inside its garden
     * @param commit the last commit that was imported; empty before the first
     * @param pushes how many pushes were imported
     * @param lookAge seconds since it was last fetched; empty when that is not known here
     */
    public record Repository(String name, String commit, long pushes, OptionalDouble lookAge) {}

    /**
     * What waits.
     *
     * @param records committed records that no service has taken yet
     * @param seconds age of the oldest of them; 0 when there is none
     */
    public record Lag(long records, double seconds) {}

    /**
     * A cycle.
     *
     * @param id of the cycle
     * @param outcome in lower case
     * @param revised number of sections revised
     * @param endedAt when it ended
     */
    public record Cycle(String id, String outcome, int revised, Instant endedAt) {}
}
