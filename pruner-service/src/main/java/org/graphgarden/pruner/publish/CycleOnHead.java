package org.graphgarden.pruner.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.TreeEdit;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.Destination.Landing;
import org.graphgarden.pruner.publish.Destination.Obstacle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to publish a cycle on one head: adopts what stands there already; else splices, commits in memory and pushes. */
final class CycleOnHead {
    private static final Logger LOG = LoggerFactory.getLogger(CycleOnHead.class);
    /** How long a clone may be tidied; what is cut short is done next time. */
    private static final Duration TIDY = Duration.ofSeconds(60);

    private final Workplace at;
    private final CycleMark mark;
    private final @Nullable String since;
    private final FetchOutcome.Head head;
    private final RepositoryState state;
    private final Function<RepositoryState, List<Revision>> planner;
    private final Destination destination;

    CycleOnHead(
            Workplace at,
            CycleMark mark,
            @Nullable String since,
            FetchOutcome.Head head,
            RepositoryState state,
            Function<RepositoryState, List<Revision>> planner) {
        this.at = at;
        this.mark = mark;
        this.since = since;
        this.head = head;
        this.state = state;
        this.planner = planner;
        this.destination = at.destination(head, mark);
    }

    /** @param earlier what to make do with if it holds on this head; null to plan */
    Attempt attempt(@Nullable Prepared earlier) {
        if (!destination.ref().isEmpty()) {
            at.site().mirror().publisher().clearLeft(destination.ref());
        }
        String adopted = destination.adopted(mark, since);
        if (adopted != null) {
            return new Attempt(adopted(adopted), false, null);
        }
        Optional<Splicing> ready = earlier == null ? Optional.empty() : earlier.on(state);
        // The commit lies in the clone alone until it is pushed.
        try (TreeEdit edit = at.site().mirror().publisher().edit(head.commit())) {
            Splicing splicing = ready.map(kept -> reuse(edit, kept)).orElseGet(() -> splice(edit));
            Attempt attempt = splicing.revisions().isEmpty()
                    ? finished(Outcome.NOTHING_TO_CHANGE, "", null, splicing)
                    : land(splicing, edit, ready.isPresent() ? plannedOn(earlier) : head.commit());
            return ready.isPresent() ? attempt : attempt.with(new Prepared(state, splicing));
        }
    }

    private Splicing splice(TreeEdit edit) {
        return Splicing.into(edit, at.tree(), at.surroundings().stop(), state, planner.apply(state));
    }

    private String plannedOn(@Nullable Prepared earlier) {
        return earlier == null ? head.commit() : earlier.state().commit();
    }

    private static Splicing reuse(TreeEdit edit, Splicing splicing) {
        splicing.revisions().forEach(revision -> edit.reuse(revision.revision().path(), revision.after()));
        return splicing;
    }

    /** @param planned the commit that was planned on: an older one than the head in a hurry */
    private Attempt land(Splicing splicing, TreeEdit edit, String planned) {
        Obstacle obstacle = destination.obstacle();
        String commit = commit(splicing, edit, planned);
        if (obstacle != null) {
            return finished(obstacle.outcome(), obstacle.message(), null, splicing);
        }
        String standing = destination.standing(commit);
        if (standing != null) {
            return finished(Outcome.ALREADY_PUBLISHED, "", standing, splicing);
        }
        Optional<Declined.Reason> reason = destination.declined(commit);
        if (reason.isPresent()) {
            Splicing nothing = new Splicing(List.of(), splicing.refused());
            return finished(reason.get().outcome(), reason.get().message(), null, nothing);
        }
        // From here on the push runs to its end: what is half done would have to be found out.
        at.surroundings().stop().check();
        Landing landing = destination.land(commit);
        boolean stands = landing.outcome() == Outcome.PUBLISHED || landing.outcome() == Outcome.DRY_RUN;
        if (landing.outcome() == Outcome.PUBLISHED) {
            cleanUp(commit);
        }
        return finished(landing.outcome(), landing.message(), stands ? commit : null, splicing)
                .again(landing.again());
    }

    /** What is published stands; nothing that goes wrong here may say otherwise. */
    private void cleanUp(String commit) {
        try {
            new StaleBranches(at.site(), mark.garden(), at.publishing().committer(), commit, head)
                    .delete(at.publishing().cleanUp(), destination.ref());
            if (at.publishing().cleanUp() != CleanUp.OFF) {
                at.site().mirror().tidy(TIDY);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} was not cleaned up: {}", at.site().repository(), e.toString());
        }
    }

    private String commit(Splicing splicing, TreeEdit edit, String planned) {
        Instant now = at.surroundings().clock().instant();
        return edit.commit(
                at.publishing().author().at(now),
                at.publishing().committer().at(now),
                new CommitMessage(mark, head.commit(), planned).of(splicing.revisions()),
                at.publishing().signer());
    }

    private Attempt finished(Outcome outcome, String message, @Nullable String commit, Splicing splicing) {
        List<RefusedFile> refused = Stream.concat(state.refused().stream(), splicing.refused().stream())
                .toList();
        return new Attempt(
                new Publication(
                        at.site().repository(),
                        outcome,
                        message,
                        destination.ref(),
                        head.commit(),
                        commit,
                        splicing.revisions(),
                        refused),
                false,
                null);
    }

    private Publication adopted(String commit) {
        Adoption adoption = Adoption.of(at, state, commit);
        return new Publication(
                at.site().repository(),
                Outcome.ALREADY_PUBLISHED,
                "",
                destination.ref(),
                adoption.base(),
                commit,
                adoption.revisions(at, planner),
                state.refused());
    }

    /**
     * What an attempt came to.
     *
     * @param again whether another one may come to more
     * @param prepared what it planned, if it did
     */
    record Attempt(
            Publication publication,
            boolean again,
            @Nullable Prepared prepared) {
        Attempt again(boolean whether) {
            return new Attempt(publication, whether, prepared);
        }

        Attempt with(Prepared planned) {
            return new Attempt(publication, again, planned);
        }
    }
}
