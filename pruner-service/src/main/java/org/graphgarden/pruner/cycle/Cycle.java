package org.graphgarden.pruner.cycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.graphgarden.git.FetchOutcome;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.plan.SectionState;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Pause;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishMode;
import org.graphgarden.pruner.publish.Publishing;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.pruner.publish.RepositoryPublisher;
import org.graphgarden.pruner.publish.RepositoryReader;
import org.graphgarden.pruner.publish.RepositoryState;
import org.graphgarden.pruner.publish.Site;

/** Runs one cycle over a garden's repositories. Knows Git, but no Kafka. */
public final class Cycle {
    private static final Comparator<Outcome> BY_GRAVITY = Comparator.comparingInt(Cycle::gravity);

    private final PrunedGarden garden;
    private final CycleRequest request;
    private final CycleListener listener;
    private final Clock clock;
    private final Random random;
    private final Pause pause;
    /** The newest reading of each repository, in the garden's order. */
    private final Map<String, RepositoryState> states = new LinkedHashMap<>();

    private Cycle(
            PrunedGarden garden,
            CycleRequest request,
            CycleListener listener,
            Clock clock,
            Random random,
            Pause pause) {
        this.garden = garden;
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /**
     * Runs a cycle. What is expected to go wrong is in the report; running it again adopts what it did before.
     *
     * @param random varies the pauses between attempts to push
     * @param pause waits between them
     */
    public static CycleReport run(
            PrunedGarden garden,
            CycleRequest request,
            CycleListener listener,
            Clock clock,
            Random random,
            Pause pause) {
        return new Cycle(garden, request, listener, clock, random, pause).run();
    }

    private CycleReport run() {
        Instant start = clock.instant();
        listener.started(request.mark(), request.enriched().size());
        List<Publication> publications = new ArrayList<>();
        List<Site> readable = new ArrayList<>();
        for (Site site : garden.sites()) {
            FetchOutcome fetched = site.mirror().fetch(site.branch());
            if (fetched instanceof FetchOutcome.Head head) {
                states.put(site.repository(), reader(site).read(head.commit(), null));
                readable.add(site);
            }
        }
        Unified unified = unify();
        listener.read(request.mark(), unified.sections().size());
        // A link into a repository that could not be read would look broken: then nothing is changed anywhere.
        boolean whole = readable.size() == garden.sites().size();
        for (Site site : whole ? garden.sites() : unread(readable)) {
            Publication publication = publish(site);
            publications.add(publication);
            listener.published(request.mark(), publication);
        }
        return report(publications, start);
    }

    private List<Site> unread(List<Site> readable) {
        return garden.sites().stream().filter(site -> !readable.contains(site)).toList();
    }

    private Publication publish(Site site) {
        Publishing publishing = request.dryRun() ? garden.publishing().withMode(PublishMode.NONE) : garden.publishing();
        RepositoryPublisher publisher = new RepositoryPublisher(site, publishing, clock, random, pause);
        return publisher.publish(
                request.mark(),
                request.cut().get(site.repository()),
                states.get(site.repository()),
                state -> plan(site, state));
    }

    private List<Revision> plan(Site site, RepositoryState state) {
        states.put(site.repository(), state);
        if (states.size() < garden.sites().size()) {
            return List.of();
        }
        Unified unified = unify();
        GardenState now = new GardenState(unified.sections(), Map.of(), Map.of(), unreadable());
        return Planner.plan(
                        now, request.enriched(), garden.policy(), request.mark().date())
                .stream()
                .filter(revision -> revision.repository().equals(site.repository()))
                .toList();
    }

    /** All sections under their slugs: of two with one slug the first by repository and path stands. */
    private Unified unify() {
        Map<String, SectionState> bySlug = new LinkedHashMap<>();
        List<RefusedFile> second = new ArrayList<>();
        for (RepositoryState state : states.values()) {
            for (SectionState section : state.sections()) {
                SectionState first = bySlug.putIfAbsent(section.slug(), section);
                if (first != null) {
                    second.add(new RefusedFile(
                            section.repository(),
                            section.path(),
                            "DUPLICATE_SLUG",
                            0,
                            "slug " + section.slug() + " is " + first.path()
                                    + "'s already. Give the file its own slug."));
                }
            }
        }
        return new Unified(List.copyOf(bySlug.values()), second);
    }

    /** Slugs that files which cannot be read presumably have: their names. */
    private Set<String> unreadable() {
        Set<String> names = new HashSet<>();
        for (RepositoryState state : states.values()) {
            state.files().stream()
                    .filter(file -> file.section().isEmpty() && file.refusal().isPresent())
                    .forEach(file ->
                            names.add(file.path().replaceFirst("^.*/", "").replaceFirst("\\.[^.]*$", "")));
        }
        return names;
    }

    private CycleReport report(List<Publication> publications, Instant start) {
        Publication gravest = publications.stream()
                .max(Comparator.comparing(Publication::outcome, BY_GRAVITY))
                .orElseThrow();
        Unified unified = unify();
        List<RefusedFile> refused = new ArrayList<>(unified.refused());
        states.values().forEach(state -> refused.addAll(state.refused()));
        publications.forEach(publication -> refused.addAll(publication.refused()));
        return new CycleReport(
                request.mark(),
                gravest.outcome(),
                gravest.message(),
                unified.sections().size(),
                publications,
                refused,
                start,
                Duration.between(start, clock.instant()));
    }

    private static int gravity(Outcome outcome) {
        return switch (outcome) {
            case NOTHING_TO_CHANGE -> 0;
            case ALREADY_PUBLISHED -> 1;
            case DRY_RUN -> 2;
            case PUBLISHED -> 3;
            case FOREIGN_BRANCH -> 4;
            case PUSH_REJECTED -> 5;
            case FAILED -> 6;
        };
    }

    private static RepositoryReader reader(Site site) {
        return new RepositoryReader(site.repository(), site.mirror().tree(site.filter()));
    }

    /** The garden under its slugs, and the files that lost a quarrel about one. */
    private record Unified(List<SectionState> sections, List<RefusedFile> refused) {}
}
