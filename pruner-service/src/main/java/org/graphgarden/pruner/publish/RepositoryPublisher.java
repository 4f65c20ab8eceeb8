package org.graphgarden.pruner.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.graphgarden.git.TreeEdit;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.Destination.Landing;
import org.graphgarden.pruner.publish.Destination.Obstacle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a cycle's revisions to one repository: plans on the newest head, splices, commits in memory, pushes; when the
 * head moved meanwhile, all again. A commit of the same cycle that stands there already is adopted.
 */
public final class RepositoryPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RepositoryPublisher.class);
    /** How long a clone may be tidied; what is cut short is done next time. */
    private static final Duration TIDY = Duration.ofSeconds(60);

    private static final String GIVEN_UP = "given up after several attempts; the next cycle tries again";

    private final Site site;
    private final Publishing publishing;
    private final Surroundings surroundings;

    public RepositoryPublisher(Site site, Publishing publishing, Surroundings surroundings) {
        this.site = site;
        this.publishing = publishing;
        this.surroundings = surroundings;
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
        Retries retries = new Retries(publishing, surroundings);
        while (true) {
            Attempt made;
            surroundings.stop().check();
            FetchOutcome fetched = site.mirror().fetch(site.branch());
            if (fetched instanceof FetchOutcome.Head head) {
                state = reader().read(head.commit(), state);
                made = new Cycle(mark, since, head, state, planner)
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
        String made = Destination.of(site, publishing, head, mark.date()).adopted(mark, since);
        return made != null && made.equals(head.commit())
                ? site.mirror().history().parent(made)
                : head.commit();
    }

    /** Whether the commit from which the cycle began is in the history still; else only a plan can tell what may be touched. */
    private boolean holds(@Nullable String since) {
        return since == null || site.mirror().history().knows(since);
    }

    private Attempt unreachable(FetchOutcome.Failed failed) {
        String message = failed.failure().toString();
        boolean again = failed.failure().code().passing();
        return new Attempt(
                new Publication(site.repository(), Outcome.FAILED, message, "", "", null, List.of(), List.of()),
                again,
                null);
    }

    private RepositoryReader reader() {
        return new RepositoryReader(site.repository(), tree(), surroundings.stop());
    }

    private PatternTree tree() {
        return site.mirror().tree(site.filter());
    }

    /**
     * What an attempt came to.
     *
     * @param again whether another one may come to more
     * @param prepared what it planned, if it did
     */
    private record Attempt(
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

    /** One attempt of a cycle on one head. */
    private final class Cycle {
        private final CycleMark mark;
        private final @Nullable String since;
        private final FetchOutcome.Head head;
        private final RepositoryState state;
        private final Function<RepositoryState, List<Revision>> planner;
        private final Destination destination;

        Cycle(
                CycleMark mark,
                @Nullable String since,
                FetchOutcome.Head head,
                RepositoryState state,
                Function<RepositoryState, List<Revision>> planner) {
            this.mark = mark;
            this.since = since;
            this.head = head;
            this.state = state;
            this.planner = planner;
            this.destination = Destination.of(site, publishing, head, mark.date());
        }

        /** @param earlier what to make do with if it holds on this head; null to plan */
        Attempt attempt(@Nullable Prepared earlier) {
            if (!destination.ref().isEmpty()) {
                site.mirror().publisher().clearLeft(destination.ref());
            }
            String adopted = destination.adopted(mark, since);
            if (adopted != null) {
                return new Attempt(adopt(adopted), false, null);
            }
            Optional<Splicing> ready = earlier == null ? Optional.empty() : earlier.on(state);
            // The commit lies in the clone alone until it is pushed.
            try (TreeEdit edit = site.mirror().publisher().edit(head.commit())) {
                Splicing splicing = ready.map(kept -> reuse(edit, kept)).orElseGet(() -> splice(edit));
                Attempt attempt = splicing.revisions().isEmpty()
                        ? finished(Outcome.NOTHING_TO_CHANGE, "", null, splicing)
                        : land(splicing, edit, ready.isPresent() ? plannedOn(earlier) : head.commit());
                return ready.isPresent() ? attempt : attempt.with(new Prepared(state, splicing));
            }
        }

        private Splicing splice(TreeEdit edit) {
            return Splicing.into(edit, tree(), surroundings.stop(), state, planner.apply(state));
        }

        private String plannedOn(@Nullable Prepared earlier) {
            return earlier == null ? head.commit() : earlier.state().commit();
        }

        private static Splicing reuse(TreeEdit edit, Splicing splicing) {
            splicing.revisions()
                    .forEach(revision -> edit.reuse(revision.revision().path(), revision.after()));
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
            // From here on the push runs to its end: what is half done would have to be found out.
            surroundings.stop().check();
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
                new StaleBranches(site, mark.garden(), publishing.committer(), commit, head)
                        .delete(publishing.cleanUp(), destination.ref());
                if (publishing.cleanUp() != CleanUp.OFF) {
                    site.mirror().tidy(TIDY);
                }
            } catch (RuntimeException e) {
                LOG.warn("{} was not cleaned up: {}", site.repository(), e.toString());
            }
        }

        private String commit(Splicing splicing, TreeEdit edit, String planned) {
            Instant now = surroundings.clock().instant();
            return edit.commit(
                    publishing.author().at(now),
                    publishing.committer().at(now),
                    new CommitMessage(mark, head.commit(), planned).of(splicing.revisions()),
                    publishing.signer());
        }

        private Attempt finished(Outcome outcome, String message, @Nullable String commit, Splicing splicing) {
            List<RefusedFile> refused = Stream.concat(state.refused().stream(), splicing.refused().stream())
                    .toList();
            return new Attempt(
                    new Publication(
                            site.repository(),
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

        /**
         * The revisions of the adopted commit are what is planned on the commit that it says, or on its parent, as far as it
         * touches their files; their contents are those that stand in it.
         */
        private Publication adopt(String commit) {
            String base = site.mirror().history().parent(commit);
            Map<String, TreeChange> changes = tree().diff(base, commit).stream()
                    .filter(change -> change.before() != null && change.after() != null)
                    .collect(Collectors.toMap(TreeChange::path, change -> change));
            List<PublishedRevision> revisions = planner.apply(reader().read(planned(commit, base), state)).stream()
                    .filter(revision -> changes.containsKey(revision.path()))
                    .map(revision -> adopted(revision, Objects.requireNonNull(changes.get(revision.path()))))
                    .toList();
            return new Publication(
                    site.repository(),
                    Outcome.ALREADY_PUBLISHED,
                    "",
                    destination.ref(),
                    base,
                    commit,
                    revisions,
                    state.refused());
        }

        private String planned(String commit, String base) {
            GardenHistory history = site.mirror().history();
            return history.stories(List.of(commit), List.of(base)).stream()
                    .filter(story -> story.note().commit().equals(commit))
                    .flatMap(story -> CommitMessage.plannedOn(story.message()).stream())
                    .filter(history::knows)
                    .findFirst()
                    .orElse(base);
        }

        private static PublishedRevision adopted(Revision revision, TreeChange change) {
            return new PublishedRevision(
                    revision, Objects.requireNonNull(change.before()), Objects.requireNonNull(change.after()));
        }
    }
}
