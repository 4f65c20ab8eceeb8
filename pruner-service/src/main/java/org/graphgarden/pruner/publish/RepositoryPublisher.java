package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.function.Function;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.CycleOnHead.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a cycle's revisions to one repository: plans on the newest head, splices, commits in memory, pushes; when the
 * head moved meanwhile, all again. A commit of the same cycle that stands there already is adopted.
 */
public final class RepositoryPublisher {
    private static final String GIVEN_UP = "given up after several attempts; the next cycle tries again";

    private final Workplace at;

    /** @param declined what people turned down is not published again */
    public RepositoryPublisher(Site site, Publishing publishing, Declined declined, Surroundings surroundings) {
        this.at = new Workplace(site, publishing, declined, surroundings);
    }

    /** Where nothing is proposed to people. */
    public RepositoryPublisher(Site site, Publishing publishing, Surroundings surroundings) {
        this(site, publishing, Declined.NEVER, surroundings);
    }

    /**
     * Publishes what is planned.
     *
     * @param since commit from which the cycle began; null when unknown
     * @param earlier a reading of the repository that spares reading unchanged files again, or null
     * @param planner plans on what the repository holds; called again when it moved
     * @throws AbandonedException when it was given up before its push
     */
    public Publication publish(
            CycleMark mark,
            @Nullable String since,
            @Nullable RepositoryState earlier,
            Function<RepositoryState, List<Revision>> planner) {
        RepositoryState state = earlier;
        Prepared prepared = null;
        Retries retries = new Retries(at.publishing(), at.surroundings());
        while (true) {
            Attempt made;
            at.surroundings().stop().check();
            FetchOutcome fetched = at.site().mirror().fetch(at.site().branch());
            if (fetched instanceof FetchOutcome.Head head) {
                state = at.reader().read(head.commit(), state);
                made = new CycleOnHead(at, mark, since, head, state, planner)
                        .attempt(retries.hurried() && holds(since) ? prepared : null);
                prepared = made.prepared() == null ? prepared : made.prepared();
            } else {
                made = unreachable((FetchOutcome.Failed) fetched);
            }
            if (!made.again()) {
                return made.publication();
            }
            if (!retries.another(made.publication().outcome())) {
                return made.publication().ended(made.publication().outcome(), GIVEN_UP);
            }
        }
    }

    /**
     * Where a cycle begins: the head; or the commit before it, when the head is what this very cycle made here before it was
     * broken off. So the other repositories are planned as they were the first time.
     *
     * @param since commit from which the cycle began; null when unknown
     */
    public String start(CycleMark mark, @Nullable String since, FetchOutcome.Head head) {
        String made = at.destination(head, mark).adopted(mark, since);
        return made != null && made.equals(head.commit())
                ? at.site().mirror().history().parent(made)
                : head.commit();
    }

    /** Whether the commit from which the cycle began is in the history still; else only a plan can tell what may be touched. */
    private boolean holds(@Nullable String since) {
        return since == null || at.site().mirror().history().knows(since);
    }

    private Attempt unreachable(FetchOutcome.Failed failed) {
        String message = failed.failure().toString();
        boolean again = failed.failure().code().passing();
        return new Attempt(
                new Publication(at.site().repository(), Outcome.FAILED, message, "", "", null, List.of(), List.of()),
                again,
                null);
    }
}
