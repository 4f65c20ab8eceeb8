package org.graphgarden.pruner.publish;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.git.CommitIdent;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PatternTree;
import org.graphgarden.git.TreeChange;
import org.graphgarden.git.TreeEdit;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.Destination.Landing;
import org.graphgarden.pruner.publish.Destination.Obstacle;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a cycle's revisions to one repository: plans on the newest head, splices, commits in memory, pushes; when the
 * head moved meanwhile, all again. A commit of the same cycle that stands there already is adopted.
 */
public final class RepositoryPublisher {
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
        for (int attempt = 1; ; attempt++) {
            Attempt made;
            surroundings.stop().check();
            FetchOutcome fetched = site.mirror().fetch(site.branch());
            if (fetched instanceof FetchOutcome.Head head) {
                state = reader().read(head.commit(), state);
                made = new Cycle(mark, since, head, state, planner).attempt();
            } else {
                made = unreachable((FetchOutcome.Failed) fetched);
            }
            if (!made.again() || attempt >= publishing.attempts() || !waited(attempt)) {
                return made.publication();
            }
        }
    }

    private Attempt unreachable(FetchOutcome.Failed failed) {
        String message = failed.failure().toString();
        boolean again = failed.failure().code().passing();
        return new Attempt(
                new Publication(site.repository(), Outcome.FAILED, message, "", "", null, List.of(), List.of()), again);
    }

    private RepositoryReader reader() {
        return new RepositoryReader(site.repository(), tree(), surroundings.stop());
    }

    private PatternTree tree() {
        return site.mirror().tree(site.filter());
    }

    private boolean waited(int attempt) {
        double spread = 0.5 + surroundings.random().nextDouble();
        long millis = Math.round(publishing.firstPause().toMillis() * spread * (1L << Math.min(attempt - 1, 10)));
        surroundings.pause().await(Duration.ofMillis(millis));
        return !Thread.currentThread().isInterrupted();
    }

    /** What an attempt came to, and whether another one may come to more. */
    private record Attempt(Publication publication, boolean again) {}

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

        Attempt attempt() {
            if (!destination.ref().isEmpty()) {
                site.mirror().publisher().releaseLock(destination.ref());
            }
            String adopted = destination.adopted(mark, since);
            if (adopted != null) {
                return new Attempt(adopt(adopted), false);
            }
            Splicing splicing = Splicing.of(tree(), surroundings.stop(), state, planner.apply(state));
            if (splicing.files().isEmpty()) {
                return finished(Outcome.NOTHING_TO_CHANGE, "", null, splicing);
            }
            Obstacle obstacle = destination.obstacle();
            if (obstacle != null) {
                return finished(obstacle.outcome(), obstacle.message(), null, splicing);
            }
            String commit = commit(splicing);
            // From here on the push runs to its end: what is half done would have to be found out.
            surroundings.stop().check();
            Landing landing = destination.land(commit);
            boolean stands = landing.outcome() == Outcome.PUBLISHED || landing.outcome() == Outcome.DRY_RUN;
            Attempt made = finished(landing.outcome(), landing.message(), stands ? commit : null, splicing);
            return new Attempt(made.publication(), landing.again());
        }

        private String commit(Splicing splicing) {
            CommitIdent ident = new CommitIdent(
                    publishing.authorName(),
                    publishing.authorEmail(),
                    surroundings.clock().instant());
            String message = CommitMessage.of(mark, head.commit(), splicing.revisions());
            try (TreeEdit edit = site.mirror().publisher().edit(head.commit())) {
                splicing.files().forEach(file -> {
                    surroundings.stop().check();
                    edit.replace(file.path(), file.bytes());
                });
                return edit.commit(ident, ident, message);
            }
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
                    false);
        }

        /** The revisions of the adopted commit are what is planned on its parent, as far as it touches their files. */
        private Publication adopt(String commit) {
            String base = site.mirror().history().parent(commit);
            RepositoryState before = reader().read(base, state);
            Set<String> changed =
                    tree().diff(base, commit).stream().map(TreeChange::path).collect(Collectors.toSet());
            List<Revision> revisions = planner.apply(before).stream()
                    .filter(revision -> changed.contains(revision.path()))
                    .toList();
            return new Publication(
                    site.repository(),
                    Outcome.ALREADY_PUBLISHED,
                    "",
                    destination.ref(),
                    base,
                    commit,
                    Splicing.of(tree(), surroundings.stop(), before, revisions).revisions(),
                    state.refused());
        }
    }
}
