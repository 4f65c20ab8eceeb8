package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.Entity;
import org.graphgarden.events.EntryFeedback;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.Verdict;
import org.graphgarden.inference.garden.CorpusModels;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.garden.RandomGarden;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Feedback.RejectedLink;
import org.graphgarden.inference.profile.PatternFacts;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.ProfileBuilder;

/**
 * What the design promises of cuts and epochs, tried on random gardens, random edits and restarts at random moments: answers depend
 * on the garden as it was when the epoch was opened and as it is now, and on nothing else.
 */
class ExactnessTest {
    private static final CorpusModels MODELS = new CorpusModels(ModelFile.shipped(), "letters");
    private static final ProfileBuilder PROFILES = new ProfileBuilder(RandomGarden.LETTERS);
    private static final Supplier<Boolean> NEVER = () -> false;

    @Property(tries = 10, seed = "7", shrinking = ShrinkingMode.OFF)
    void shouldEqualRecomputationWithinTheEpoch(@ForAll Random random) {
        // given
        RandomGarden garden = new RandomGarden(random, size(random));
        RestartedTask task = new RestartedTask(setup(new EpochRule(0.6, 0, 100)));
        Supplier<Boolean> restarts = () -> random.nextInt(6) == 0;
        task.push(profiles(garden), restarts);
        Map<String, Profile> base = garden(garden);
        for (int push = 0; push < 5; push++) {
            long epoch = task.epoch();
            // when
            task.push(changes(garden, task.table()), restarts);
            // then
            if (task.epoch() > epoch) {
                base = garden(garden);
            }
            assertThat(said(task.table())).isEqualTo(recomputed(base, garden(garden)));
        }
    }

    @Property(tries = 5, seed = "11", shrinking = ShrinkingMode.OFF)
    void shouldEqualAFreshImportAfterANewEpoch(@ForAll Random random) {
        // given
        RandomGarden garden = new RandomGarden(random, size(random));
        RestartedTask task = new RestartedTask(setup(new EpochRule(0.6, 0, random.nextBoolean() ? 2 : 100)));
        Supplier<Boolean> restarts = () -> random.nextInt(6) == 0;
        task.push(profiles(garden), restarts);
        for (int push = 0; push < 4; push++) {
            task.push(changes(garden, task.table()), restarts);
        }
        // when
        Affirmation affirmed = task.affirm(restarts);
        // then
        assertThat(affirmed.getPatterns()).isEqualTo(garden.files().size());
        assertThat(said(task.table())).isEqualTo(said(imported(profiles(garden)).table()));
    }

    @Property(tries = 4, seed = "13", shrinking = ShrinkingMode.OFF)
    void shouldSayTheSameOfTheTendedGardenWhetherItGrewOrIsImportedAnew(@ForAll Random random) {
        // given
        RandomGarden garden = new RandomGarden(random, size(random));
        RestartedTask task = new RestartedTask(setup(EpochRule.ofShare(0.1)));
        task.push(profiles(garden), NEVER);
        task.push(changes(garden, task.table()), NEVER);
        task.affirm(NEVER);
        Map<String, Said> before = said(task.table());
        // when
        List<PatternProfile> tended = tended(garden, task.table());
        task.push(tended, () -> random.nextInt(6) == 0);
        task.affirm(NEVER);
        // then
        assertThat(said(task.table())).isEqualTo(before);
        assertThat(said(imported(tended).table())).isEqualTo(before);
    }

    @Property(tries = 2, seed = "17", shrinking = ShrinkingMode.OFF)
    void shouldInferEverythingAnewWithOtherModelsEvenWhenAnEarlierBuildKeptNoReaches(@ForAll Random random) {
        // given
        RandomGarden garden = new RandomGarden(random, 30);
        RestartedTask task = new RestartedTask(setup(new EpochRule(0.6, 0, 100)));
        task.push(profiles(garden), NEVER);
        task.push(changes(garden, task.table()), NEVER);
        task.forgetReaches();
        CorpusModels others = new CorpusModels(ModelFile.shipped(), "others");
        // when
        task.restart(setup(others, new EpochRule(0.6, 0, 100)));
        task.affirm(NEVER);
        // then
        assertThat(task.table().values()).extracting(EnrichedPattern::getModel).containsOnly(others.name());
        assertThat(said(task.table())).isEqualTo(said(imported(profiles(garden)).table()));
    }

    /** Alone, few, or more than are candidates of one pattern. */
    private static int size(Random random) {
        int kind = random.nextInt(4);
        return kind == 0 ? 1 + random.nextInt(3) : kind < 3 ? 10 + random.nextInt(30) : 165 + random.nextInt(15);
    }

    private static GardenTask.Setup setup(EpochRule rule) {
        return setup(MODELS, rule);
    }

    private static GardenTask.Setup setup(CorpusModels models, EpochRule rule) {
        return new GardenTask.Setup(
                models,
                rule,
                0.5,
                Runnable::run,
                new Room(10_000),
                InferenceListener.SILENT,
                new Pace(System::nanoTime),
                Optional.empty());
    }

    private static RestartedTask imported(Collection<PatternProfile> profiles) {
        RestartedTask task = new RestartedTask(setup(EpochRule.ofShare(0.1)));
        task.push(profiles, NEVER);
        return task;
    }

    /** What a pattern is said to be about and linked to; where it stands and when it was said is left out. */
    private record Said(List<?> entities, List<?> links, List<String> nearDuplicates) {
        static Said of(EnrichedPattern pattern) {
            return new Said(pattern.getEntities(), pattern.getLinks(), pattern.getNearDuplicates());
        }
    }

    private static Map<String, Said> said(Map<String, EnrichedPattern> table) {
        Map<String, Said> said = new TreeMap<>();
        table.forEach((slug, pattern) -> said.put(slug, Said.of(pattern)));
        return said;
    }

    private static Map<String, Said> recomputed(Map<String, Profile> base, Map<String, Profile> now) {
        Set<String> gone = new TreeSet<>(base.keySet());
        gone.removeAll(now.keySet());
        List<Profile> changed = now.values().stream()
                .filter(profile -> !profile.equals(base.get(profile.slug())))
                .toList();
        GardenInference inference =
                MODELS.open(List.copyOf(base.values())).with(new PatternsChange(changed, new TreeSet<>(gone)));
        Map<String, Said> said = new TreeMap<>();
        for (Profile profile : now.values()) {
            said.put(
                    profile.slug(),
                    Said.of(Records.enriched(
                            event(profile),
                            inference.enrich(profile.slug()),
                            Affirmation.newBuilder().build())));
        }
        return said;
    }

    private static List<PatternProfile> changes(RandomGarden garden, Map<String, EnrichedPattern> table) {
        List<PatternProfile> changes = new ArrayList<>();
        for (String slug : garden.edit(new Proposed(table))) {
            PatternFacts file = garden.files().get(slug);
            changes.add(
                    file == null
                            ? Records.answerTo(change(slug), ProfileOutcome.REMOVED)
                                    .build()
                            : event(PROFILES.profile(file, Set.of()).with(garden.feedback(slug))));
        }
        return changes;
    }

    /** What the steward finds proposed. */
    private record Proposed(Map<String, EnrichedPattern> table) implements RandomGarden.Proposals {
        @Override
        public List<RejectedLink> links(String slug) {
            return Optional.ofNullable(table.get(slug)).map(EnrichedPattern::getLinks).orElse(List.of()).stream()
                    .map(link -> new RejectedLink(link.getTarget(), link.getConfidence()))
                    .toList();
        }

        @Override
        public List<String> entities(String slug) {
            return Optional.ofNullable(table.get(slug)).map(EnrichedPattern::getEntities).orElse(List.of()).stream()
                    .map(Entity::getId)
                    .toList();
        }
    }

    /** A stand-in for the pruner: the entities inferred stand in each section, and are known to be planted. */
    private static List<PatternProfile> tended(RandomGarden garden, Map<String, EnrichedPattern> table) {
        List<PatternProfile> tended = new ArrayList<>();
        for (PatternFacts file : garden.files().values()) {
            List<EntityMention> section = new ArrayList<>(file.entities());
            Set<String> known = file.entities().stream().map(EntityMention::id).collect(Collectors.toSet());
            Set<String> planted = new TreeSet<>();
            Objects.requireNonNull(table.get(file.slug())).getEntities().stream()
                    .filter(entity -> !known.contains(entity.getId()))
                    .forEach(entity -> {
                        planted.add(entity.getId());
                        section.add(new EntityMention(
                                entity.getId(), entity.getType(), entity.getLabel(), entity.getRelevance()));
                    });
            tended.add(event(
                    PROFILES.profile(RandomGarden.with(file, section), planted).with(garden.feedback(file.slug()))));
        }
        return tended;
    }

    private static List<PatternProfile> profiles(RandomGarden garden) {
        return garden.files().values().stream()
                .map(file -> event(PROFILES.profile(file, Set.of()).with(garden.feedback(file.slug()))))
                .toList();
    }

    private static Map<String, Profile> garden(RandomGarden garden) {
        Map<String, Profile> profiles = new TreeMap<>();
        // As the stores hold them.
        profiles(garden).forEach(event -> profiles.put(event.getSlug(), Records.profile(event)));
        return profiles;
    }

    private static PatternProfile event(Profile profile) {
        PatternChange said = PatternChange.newBuilder(change(profile.slug()))
                .setFeedback(feedback(profile.feedback()))
                .build();
        return Records.profiled(said, profile, "letters");
    }

    private static List<EntryFeedback> feedback(Feedback feedback) {
        List<EntryFeedback> said = new ArrayList<>();
        feedback.entities().forEach(id -> said.add(new EntryFeedback(EntryKind.ENTITY, id, Verdict.REJECTED, null)));
        feedback.links()
                .forEach(link -> said.add(
                        new EntryFeedback(EntryKind.LINK, link.target(), Verdict.REJECTED, link.confidence())));
        if (feedback.optedOut()) {
            said.add(new EntryFeedback(EntryKind.SECTION, "", Verdict.OPTED_OUT, null));
        }
        return said;
    }

    private static PatternChange change(String slug) {
        return PatternChange.newBuilder()
                .setGarden(RestartedTask.GARDEN)
                .setRepository(RestartedTask.REPOSITORY)
                .setSlug(slug)
                .build();
    }
}
