package org.graphgarden.inference.garden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.graphgarden.inference.index.PatternsChange;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.junit.jupiter.api.Test;

class CorpusModelsTest {
    /** More than are candidates of one pattern, so that most changes leave most patterns alone. */
    private static final int PATTERNS = 260;

    private static final CorpusModels MODELS = new CorpusModels(ModelFile.shipped(), "none");

    @Property(seed = "1", tries = 6, shrinking = ShrinkingMode.OFF)
    void shouldEqualRecomputationWhenOnlyWhatIsTouchedIsInferredAgain(@ForAll Random random) {
        // given
        RandomGarden garden = new RandomGarden(random);
        Map<String, Profile> base = garden.patterns(PATTERNS);
        GardenInference incremental = MODELS.open(List.copyOf(base.values()));
        Map<String, Enrichment> answers = enrichAll(incremental, base.keySet());
        Map<String, Profile> now = new TreeMap<>(base);
        int inferred = 0;
        int patterns = 0;
        for (int push = 0; push < 4; push++) {
            // when
            PatternsChange change = garden.change(now);
            GardenInference after = incremental.with(change);
            Set<String> stale = incremental.madeStaleBy(change.slugs(), after, reach(answers));
            apply(change, now);
            stale.addAll(change.slugs());
            stale.retainAll(now.keySet());
            answers.keySet().retainAll(now.keySet());
            answers.putAll(enrichAll(after, stale));
            incremental = after;
            // then
            assertThat(answers).isEqualTo(enrichAll(inOneStep(base, now), now.keySet()));
            inferred += stale.size();
            patterns += now.size();
        }
        assertThat(inferred).isLessThan(patterns);
    }

    @Test
    void shouldAnswerAsBeforeWhenAnEditIsTakenBack() {
        // given
        RandomGarden garden = new RandomGarden(new Random(5));
        Map<String, Profile> base = garden.patterns(PATTERNS);
        GardenInference opened = MODELS.open(List.copyOf(base.values()));
        Profile before = base.values().iterator().next();
        // when
        GardenInference edited = opened.with(placed(garden.pattern(before.slug())));
        GardenInference takenBack = edited.with(placed(before));
        // then
        assertThat(edited.enrich(before.slug())).isNotEqualTo(opened.enrich(before.slug()));
        assertThat(enrichAll(takenBack, base.keySet())).isEqualTo(enrichAll(opened, base.keySet()));
    }

    @Test
    void shouldLinkAPatternThatIsNewToTheEpoch() {
        // given
        RandomGarden garden = new RandomGarden(new Random(7));
        Map<String, Profile> base = garden.patterns(PATTERNS);
        Profile known = base.values().iterator().next();
        Profile twin = RandomGarden.pattern(
                "new", "New Neighbour", known.sections().get(0).text());
        // when
        GardenInference inference = MODELS.open(List.copyOf(base.values())).with(placed(twin));
        // then
        assertThat(inference.enrich("new").links().get(0).target()).isEqualTo(known.slug());
        assertThat(inference.enrich(known.slug()).links().get(0).target()).isEqualTo("new");
    }

    private static GardenInference inOneStep(Map<String, Profile> base, Map<String, Profile> now) {
        Set<String> gone = new TreeSet<>(base.keySet());
        gone.removeAll(now.keySet());
        List<Profile> changed = now.values().stream()
                .filter(profile -> !profile.equals(base.get(profile.slug())))
                .toList();
        return MODELS.open(List.copyOf(base.values())).with(new PatternsChange(changed, new TreeSet<>(gone)));
    }

    private static PatternsChange placed(Profile profile) {
        return new PatternsChange(List.of(profile), new TreeSet<>());
    }

    private static void apply(PatternsChange change, Map<String, Profile> patterns) {
        patterns.keySet().removeAll(change.removed());
        change.placed().forEach(profile -> patterns.put(profile.slug(), profile));
    }

    private static Map<String, Enrichment> enrichAll(GardenInference inference, Set<String> slugs) {
        Map<String, Enrichment> all = new TreeMap<>();
        slugs.forEach(slug -> all.put(slug, inference.enrich(slug)));
        return all;
    }

    private static Reach reach(Map<String, Enrichment> answers) {
        Map<String, Enrichment> frozen = new TreeMap<>(answers);
        return slug -> {
            Enrichment answer = frozen.get(slug);
            return answer == null ? Double.NEGATIVE_INFINITY : answer.reach();
        };
    }

    /** Patterns about some themes, which name each other, share entities and are linked by hand now and then. */
    private static final class RandomGarden {
        private static final String SYLLABLES =
                "ba be bo da de do fa fe fo ga ge go la le lo ma me mo na ne no ra re ro zu";

        private final Random random;
        private final List<String> words = new ArrayList<>();
        private int made;

        RandomGarden(Random random) {
            this.random = random;
            List<String> syllables = List.of(SYLLABLES.split(" "));
            for (int i = 0; i < 600; i++) {
                words.add(syllables.get(i % 24) + syllables.get(i / 24) + "k");
            }
        }

        Map<String, Profile> patterns(int count) {
            Map<String, Profile> patterns = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                patterns.put(slug(i), pattern(slug(i)));
            }
            made = count;
            return patterns;
        }

        private static String slug(int number) {
            return "p%03d".formatted(number);
        }

        /** One to three patterns edited, added, taken away or renamed. */
        PatternsChange change(Map<String, Profile> now) {
            List<String> slugs = List.copyOf(now.keySet());
            Map<String, Profile> placed = new TreeMap<>();
            TreeSet<String> removed = new TreeSet<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                String slug = slugs.get(random.nextInt(slugs.size()));
                switch (random.nextInt(4)) {
                    case 0 -> placed.put(slug(made), pattern(slug(made++)));
                    case 1 -> removed.add(slug);
                    case 2 -> {
                        removed.add(slug);
                        Profile same = Objects.requireNonNull(now.get(slug));
                        placed.put(slug(made), pattern(slug(made++), same.title(), text(same)));
                    }
                    default -> placed.put(slug, pattern(slug));
                }
            }
            placed.keySet().removeAll(removed);
            return new PatternsChange(List.copyOf(placed.values()), removed);
        }

        private static String text(Profile profile) {
            return profile.sections().get(0).text();
        }

        Profile pattern(String slug) {
            int theme = random.nextInt(12);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String word = random.nextInt(9) == 0 ? "unheard" + random.nextInt(99) : word(theme);
                text.append(i % 9 == 8 ? ". " : " ").append(word);
            }
            text.append(" and ").append(title(random.nextInt(PATTERNS))).append('.');
            return pattern(slug, title(Integer.parseInt(slug.substring(1))), text.toString());
        }

        private String word(int theme) {
            return words.get(random.nextInt(3) == 0 ? random.nextInt(600) : theme * 50 + random.nextInt(50));
        }

        private String title(int number) {
            return "The " + words.get(number * 7 % 600) + " " + words.get(number * 13 % 600);
        }

        static Profile pattern(String slug, String title, String text) {
            int hash = Math.floorMod(text.hashCode(), PATTERNS);
            List<EntityMention> entities = hash % 3 == 0
                    ? List.of()
                    : List.of(new EntityMention("", "concept", text.strip().split("[ .]+")[hash % 9], .8));
            List<CuratedRelation> curated =
                    hash % 5 == 0 ? List.of(new CuratedRelation("enables", slug(hash))) : List.of();
            return new Profile(
                    slug,
                    "",
                    title,
                    List.of(),
                    text.substring(0, 60),
                    List.of(),
                    "",
                    List.of("domain " + hash % 4),
                    curated,
                    entities,
                    List.of(new TextSection("", text)),
                    List.of(),
                    hash % 7 == 0 ? Embedding.NONE : embedding(new Random(hash)));
        }

        private static Embedding embedding(Random random) {
            double angle = random.nextDouble();
            return Embedding.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0});
        }
    }
}
