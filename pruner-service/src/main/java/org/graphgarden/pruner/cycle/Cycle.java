package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.git.PatternTree;
import org.graphgarden.pruner.forge.PullRequests;
import org.graphgarden.pruner.health.Beside;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.Look;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.publish.Declined;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.PublishedRevision;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.pruner.publish.RepositoryPublisher;
import org.graphgarden.pruner.publish.RepositoryReader;
import org.graphgarden.pruner.publish.RepositoryState;
import org.graphgarden.pruner.publish.Site;
import org.graphgarden.pruner.publish.StopSign;
import org.graphgarden.pruner.publish.Surroundings;

/** Runs one cycle over a garden's repositories. Knows Git, but no Kafka. */
public final class Cycle {
    private static final Comparator<Outcome> BY_GRAVITY = Comparator.comparingInt(Cycle::gravity);

    private final PrunedGarden garden;
    private final CycleRequest request;
    private final CycleListener listener;
    private final Surroundings surroundings;
    private final GardenReading reading;

    private Cycle(PrunedGarden garden, CycleRequest request, CycleListener listener, Surroundings surroundings) {
        this.garden = garden;
        this.request = request;
        this.listener = listener;
        this.surroundings = surroundings;
        this.reading = new GardenReading(garden.sites(), request.feedback(), surroundings.stop());
    }

    /**
     * Runs a cycle. What is expected to go wrong is in the report; running it again adopts what it did before.
     *
     * @throws org.graphgarden.pruner.publish.AbandonedException when it was given up before a push
     */
    public static CycleReport run(
            PrunedGarden garden, CycleRequest request, CycleListener listener, Surroundings surroundings) {
        return new Cycle(garden, request, listener, surroundings).run();
    }

    private CycleReport run() {
        Instant start = surroundings.clock().instant();
        listener.started(request.mark(), request.enriched().size());
        List<Site> readable = garden.sites().stream().filter(this::read).toList();
        listener.read(request.mark(), reading.unify().sections().size());
        // A link into a repository that could not be read would look broken: then nothing is changed anywhere.
        List<Publication> publications = new ArrayList<>();
        for (Site site : reading.whole() ? garden.sites() : unread(readable)) {
            Publication publication = publish(site);
            publications.add(publication);
            listener.published(request.mark(), publication);
        }
        CycleReport report = report(publications, start);
        List<Publication> proposed = new Proposals(garden, report, request.cut(), surroundings).propose();
        Publication gravest = gravest(proposed);
        return report.with(proposed, gravest.outcome(), gravest.message());
    }

    private boolean read(Site site) {
        surroundings.stop().check();
        if (site.mirror().fetch(site.branch()) instanceof FetchOutcome.Head head) {
            PatternTree tree = site.mirror().tree(site.filter());
            String commit = publisher(site).start(request.mark(), request.cut().get(site.repository()), head);
            reading.put(new RepositoryReader(site.repository(), tree, surroundings.stop()).read(commit, null));
            return true;
        }
        return false;
    }

    private RepositoryPublisher publisher(Site site) {
        Publishing publishing = request.dryRun() ? garden.publishing().withMode(PublishMode.NONE) : garden.publishing();
        PullRequests requests = garden.requests().get(site.repository());
        Declined declined = requests == null
                ? Declined.NEVER
                : (branch, commit) ->
                        requests.closed(branch, commit, surroundings).map(Proposals::reason);
        return new RepositoryPublisher(site, publishing, declined, surroundings);
    }

    private List<Site> unread(List<Site> readable) {
        return garden.sites().stream().filter(site -> !readable.contains(site)).toList();
    }

    private Publication publish(Site site) {
        Publication publication = publisher(site)
                .publish(
                        request.mark(),
                        request.cut().get(site.repository()),
                        reading.of(site),
                        state -> plan(site, state));
        keepUp(site, publication.base());
        return publication;
    }

    /** In a hurry it is published on a newer state than the one that was planned on: that is how the garden stands. */
    private void keepUp(Site site, String base) {
        RepositoryState known = reading.of(site);
        if (known != null && !base.isEmpty() && !known.commit().equals(base)) {
            PatternTree tree = site.mirror().tree(site.filter());
            reading.put(new RepositoryReader(site.repository(), tree, StopSign.NEVER).read(base, known));
        }
    }

    private List<Revision> plan(Site site, RepositoryState state) {
        reading.put(state);
        if (!reading.whole()) {
            return List.of();
        }
        String cut = request.cut().get(site.repository());
        if (cut != null && !site.mirror().history().knows(cut)) {
            // History was rewritten since: nobody can tell what a steward did in between.
            return List.of();
        }
        Set<String> doubtful = Planner.doubtful(reading.garden(), request.enriched(), garden.policy());
        return Planner.plan(
                        reading.tended(doubtful).closing(changed()),
                        request.enriched(),
                        garden.policy(),
                        request.mark().date())
                .stream()
                .filter(revision -> revision.repository().equals(site.repository()))
                .toList();
    }

    /** A file of the garden. */
    private record Place(String repository, String path) {}

    /**
     * What a steward did to these files is not known yet as feedback, so they are left to the next cycle; those of all repositories,
     * that each is planned alike.
     */
    private Predicate<SectionState> changed() {
        Set<Place> changed = new HashSet<>();
        for (Site site : garden.sites()) {
            String cut = request.cut().get(site.repository());
            RepositoryState state = reading.of(site);
            if (cut != null && state != null && site.mirror().history().knows(cut)) {
                site.mirror()
                        .tree(site.filter())
                        .diff(cut, state.commit())
                        .forEach(change -> changed.add(new Place(site.repository(), change.path())));
            }
        }
        return section -> changed.contains(new Place(section.repository(), section.path()));
    }

    private CycleReport report(List<Publication> publications, Instant start) {
        Publication gravest = gravest(publications);
        GardenReading.Unified unified = reading.unify();
        List<RefusedFile> refused = new ArrayList<>(unified.refused());
        reading.states().forEach(state -> refused.addAll(state.refused()));
        publications.forEach(publication -> refused.addAll(publication.refused()));
        GardenHealth health = reading.whole() ? health(publications, refused) : null;
        return new CycleReport(
                request.mark(),
                gravest.outcome(),
                gravest.message(),
                unified.sections().size(),
                publications,
                refused,
                start,
                Duration.between(start, surroundings.clock().instant()),
                health);
    }

    /** How the garden stands with what was published, or would have been. */
    private GardenHealth health(List<Publication> publications, List<RefusedFile> refused) {
        GardenState before = reading.garden();
        List<Revision> made = publications.stream()
                .filter(publication -> stands(publication.outcome()))
                .flatMap(publication -> publication.revisions().stream())
                .map(PublishedRevision::revision)
                .toList();
        List<String> codes = refused.stream().distinct().map(RefusedFile::code).toList();
        Beside beside = request.beside();
        Look after = new Look(
                before.after(made),
                garden.policy(),
                request.enriched(),
                request.mark().date(),
                codes,
                beside.nearDuplicates());
        return GardenHealth.of(after, before, beside.last());
    }

    private static boolean stands(Outcome outcome) {
        return switch (outcome) {
            case PUBLISHED, ALREADY_PUBLISHED, NOTHING_TO_CHANGE, DRY_RUN, REQUEST_FAILED -> true;
            case FOREIGN_BRANCH, PUSH_REJECTED, FAILED -> false;
        };
    }

    private static Publication gravest(List<Publication> publications) {
        return publications.stream()
                .max(Comparator.comparing(Publication::outcome, BY_GRAVITY))
                .orElseThrow();
    }

    private static int gravity(Outcome outcome) {
        return switch (outcome) {
            case NOTHING_TO_CHANGE -> 0;
            case ALREADY_PUBLISHED -> 1;
            case DRY_RUN -> 2;
            case PUBLISHED -> 3;
            case FOREIGN_BRANCH -> 4;
            case PUSH_REJECTED -> 5;
            case REQUEST_FAILED -> 6;
            case FAILED -> 7;
        };
    }
}
