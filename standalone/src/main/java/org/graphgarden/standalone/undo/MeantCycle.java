package org.graphgarden.standalone.undo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphgarden.standalone.cycles.PastCycle;
import org.graphgarden.standalone.tended.TendedException;

/** Finds the cycle that somebody means. Pure. */
final class MeantCycle {
    private MeantCycle() {}

    /**
     * The one that answers to a name; with the whole trailer it is always one.
     *
     * @throws TendedException when several do that left different commits: an id is one garden's own only
     */
    static Optional<PastCycle> of(List<PastCycle> cycles, String name) {
        List<PastCycle> found =
                cycles.stream().filter(cycle -> cycle.answersTo(name)).toList();
        Optional<PastCycle> whole =
                found.stream().filter(cycle -> cycle.cycle().equals(name)).findFirst();
        long commits = found.stream()
                .map(cycle -> cycle.commit().note().commit())
                .distinct()
                .count();
        if (whole.isEmpty() && commits > 1) {
            throw new TendedException(
                    TendedException.Kind.USAGE,
                    "'" + name + "' may mean " + commits + " cycles of "
                            + found.get(0).repository()
                            + "; say which one: "
                            + found.stream().map(PastCycle::cycle).collect(Collectors.joining(" or ")));
        }
        return whole.or(() -> found.stream().findFirst());
    }
}
