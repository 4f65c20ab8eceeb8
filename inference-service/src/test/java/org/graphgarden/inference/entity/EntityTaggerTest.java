package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Facts;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.ProfileBuilder;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.text.Canonical;
import org.junit.jupiter.api.Test;

class EntityTaggerTest {
    private static final ProfileBuilder BUILDER = new ProfileBuilder(new SentenceModel() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Embedding embed(String text) {
            return Embedding.NONE;
        }
    });

    @Test
    void shouldTagFromTitleAndSummaryWhenTheGardenHasNoEntities() {
        // given
        List<Profile> cold = List.of(
                pattern("heap", "Hot Compost", "Turn kitchen waste into fertile soil.", "Stack it high. Turn it."),
                pattern("shed", "Shared Tool Shed", "Own one set of tools together.", "Label every spade."),
                pattern("swap", "Seed Swap", "Neighbours trade saved seeds each spring.", "Bring envelopes."));

        // when
        List<Entity> entities = tag(cold, "heap");

        // then
        assertThat(entities).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(entities).extracting(Entity::label).contains("Hot Compost");
        assertThat(entities).extracting(Entity::id).doesNotHaveDuplicates();
        assertThat(entities)
                .allSatisfy(entity -> assertThat(Canonical.id(entity.label())).isEqualTo(entity.id()));
        assertThat(entities).isSortedAccordingTo((a, b) -> Double.compare(b.relevance(), a.relevance()));
    }

    @Test
    void shouldUseTheGardensWordForAConceptWhenOthersHoldIt() {
        // given
        List<Profile> garden = garden();

        // when, then
        assertThat(tag(garden, "bed-7")).extracting(Entity::label).contains("Soil Care");
    }

    @Test
    void shouldNotDependOnTheOrderOfThePatterns() {
        // given
        List<Profile> garden = garden();
        List<Profile> shuffled = new ArrayList<>(garden);
        Collections.shuffle(shuffled, new Random(7));

        // when, then
        assertThat(tag(shuffled, "bed-3")).isEqualTo(tag(garden, "bed-3"));
    }

    @Test
    void shouldNotDependOnThePatternsOwnEntities() {
        // given
        List<Profile> with = garden();
        List<Profile> without = new ArrayList<>(with);
        without.replaceAll(profile -> profile.slug().equals("bed-3") ? bed(3, List.of()) : profile);

        // when, then
        assertThat(tag(with, "bed-3")).isEqualTo(tag(without, "bed-3"));
    }

    @Test
    void shouldNameAPersonOnlyWhenTheNameIsInTheText() {
        // given
        EntityMention person = new EntityMention("rosa-beet", "person", "Rosa Beet", 0.9);
        List<Profile> garden = new ArrayList<>(garden());
        for (int i = 140; i < 146; i++) {
            garden.add(bed(i, List.of(person)));
        }
        garden.add(pattern("bed-190", "Raised Bed 190", "Good beds need care, says Rosa Beet.", "Rosa Beet digs."));
        garden.add(pattern("bed-191", "Raised Bed 191", "Good beds need care.", "Somebody digs."));

        // when, then
        assertThat(tag(garden, "bed-190")).contains(find(tag(garden, "bed-190"), "rosa-beet"));
        assertThat(find(tag(garden, "bed-190"), "rosa-beet").type()).isEqualTo("person");
        assertThat(tag(garden, "bed-191")).extracting(Entity::id).doesNotContain("rosa-beet");
    }

    @Test
    void shouldFindAPersonWhomNoOtherPatternNames() {
        // given
        List<Profile> cold = List.of(
                pattern(
                        "heap",
                        "Hot Compost",
                        "Turn kitchen waste into soil.",
                        "As Alice Rootwell showed, heat kills weeds."),
                pattern("shed", "Shared Tool Shed", "Own one set of tools together.", "Label every spade."));

        // when, then
        assertThat(tag(cold, "heap"))
                .filteredOn(entity -> entity.type().equals("person"))
                .extracting(Entity::label)
                .containsExactly("Alice Rootwell");
    }

    @Test
    void shouldNotTakePiecesOfSentencesForEntitiesWhenTheGardenHasNoVocabulary() {
        // given
        List<Profile> cold = List.of(
                pattern("seat", "Shady Seat", "Members often provide a quiet bench that helps everyone rest.", "Sit."),
                pattern("shed", "Shared Tool Shed", "Own one set of tools together.", "Label every spade."));

        // when
        List<Entity> entities = tag(cold, "seat");

        // then
        assertThat(entities).extracting(Entity::label).contains("Shady Seat");
        assertThat(entities)
                .extracting(Entity::label)
                .noneMatch(label -> label.matches(".*(Often|Provide|Helps|Everyone).*"));
    }

    @Test
    void shouldTagAnEmptyPatternWithNothingButItsName() {
        assertThat(tag(List.of(pattern("42", "—", "", "")), "42")).isEmpty();
    }

    private static Entity find(List<Entity> entities, String id) {
        return entities.stream()
                .filter(entity -> entity.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Entity> tag(List<Profile> garden, String slug) {
        PatternIndex index = PatternIndex.of(garden);
        return EntityTagger.over(index.patterns(), EntityModels.of(ModelFile.shipped()))
                .tag(index.likeness(index.number(slug).orElseThrow()));
    }

    /** Enough patterns with entities for the garden's own vocabulary to count. */
    private static List<Profile> garden() {
        List<Profile> garden = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            garden.add(bed(i, List.of(new EntityMention("soil-care", "practice", "Soil Care", 0.9))));
        }
        return garden;
    }

    private static Profile bed(int number, List<EntityMention> entities) {
        return BUILDER.profile(
                Facts.with(
                        "bed-" + number,
                        "Raised Bed " + number,
                        "A bed above the ground warms early and its soil needs care.",
                        "Fill it with compost. Care for the soil.",
                        entities),
                Set.of());
    }

    private static Profile pattern(String slug, String title, String summary, String body) {
        return BUILDER.profile(Facts.of(slug, title, summary, body), Set.of());
    }
}
