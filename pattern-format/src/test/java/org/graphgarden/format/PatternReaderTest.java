package org.graphgarden.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PatternReaderTest {

    @Test
    void shouldReadEveryPartWhenFormatIsCurrent() {
        // given
        byte[] file = Fixtures.fixture("current.md");

        // when
        PatternDocument document = Fixtures.document(file);

        // then
        FrontMatter front = document.frontMatter();
        assertThat(front.slug()).isEqualTo("companion-planting");
        assertThat(front.id()).isEqualTo("pat_01tomato");
        assertThat(front.title()).isEqualTo("Companion Planting");
        assertThat(front.aliases()).containsExactly("Good Neighbours");
        assertThat(front.summary()).startsWith("Plants that help each other share a bed; the gardener learns");
        assertThat(front.keywords()).containsExactly("bed", "neighbour");
        assertThat(front.tension()).isEqualTo("Variety vs. Order");
        assertThat(front.domains()).containsExactly("growing", "soil", "food");
        assertThat(front.sources()).containsExactly("Ana's notebook");
        assertThat(front.curated())
                .containsExactly(
                        new CuratedRelation(
                                "generalizes_from",
                                "three-sisters",
                                OptionalDouble.empty(),
                                "relationships.generalizes_from"),
                        new CuratedRelation("enables", "pest-balance", OptionalDouble.of(0.8), "relationships.enables"),
                        new CuratedRelation(
                                "requires", "shared-plan", OptionalDouble.of(0.9), "relationships.requires"));
        assertThat(front.olderFormat()).isFalse();
        assertThat(document.body()).startsWith("\n# Companion Planting").endsWith("this is the body.\n");

        GardenSection section = document.section().orElseThrow();
        assertThat(section.lastPruned()).contains(LocalDate.of(2026, 2, 19));
        assertThat(section.entities()).extracting(EntityEntry::id).containsExactly("marigold", "ladybird", "bed-plan");
        assertThat(section.communities().get(0).source()).isEqualTo("taxonomy");
        assertThat(section.links().get(1).reason()).isEqualTo("Saved seed comes from \"good\" neighbours");
        assertThat(section.links().get(0).confidence()).hasValue(0.9);
    }

    @Test
    void shouldReadTopLevelRelationsWhenFormatIsOlder() {
        // given
        byte[] file = Fixtures.fixture("older.md");

        // when
        PatternDocument document = Fixtures.document(file);

        // then
        assertThat(document.frontMatter().olderFormat()).isTrue();
        assertThat(document.frontMatter().domains()).containsExactly("soil", "practice", "food");
        assertThat(document.frontMatter().curated())
                .extracting(CuratedRelation::type, CuratedRelation::target)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("specializes_to", "pat_07wormery"),
                        org.assertj.core.groups.Tuple.tuple("related", "pat_01tomato"),
                        org.assertj.core.groups.Tuple.tuple("related", "pat_03water"));
        assertThat(document.section()).isEmpty();
    }

    @Test
    void shouldReadBareStringsAndStrengthsWhenSectionHasThem() {
        // given
        byte[] file = Fixtures.fixture("bare.md");

        // when
        GardenSection section = Fixtures.document(file).section().orElseThrow();

        // then
        assertThat(section.lastPruned()).contains(LocalDate.of(2026, 2, 16));
        assertThat(section.entities())
                .extracting(EntityEntry::label)
                .containsExactly("Gutter (copper)", "First Flush", "Overflow");
        assertThat(section.communities()).extracting(CommunityEntry::id).containsExactly("water-and-soil", "sharing");
        assertThat(section.links())
                .extracting(LinkEntry::confidence)
                .containsExactly(OptionalDouble.empty(), OptionalDouble.of(0.6));
    }
}
