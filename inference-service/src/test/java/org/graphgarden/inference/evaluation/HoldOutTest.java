package org.graphgarden.inference.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.graphgarden.inference.curated.CuratedConcentration;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.junit.jupiter.api.Test;

class HoldOutTest {
    @Test
    void shouldHideAPairFromBothEndsAndInEverySpelling() {
        // given: one end names the slug, the other the id
        List<Profile> garden = List.of(
                pattern("a", List.of("b", "nobody")), pattern("b", List.of("id-a")), pattern("c", List.of("c")));
        // when
        HoldOut hidden = hidingLinks(garden, 1);
        // then
        assertThat(hidden.links())
                .containsExactly(new GoldLink("a", "b", "enables"), new GoldLink("b", "a", "enables"));
        assertThat(hidden.profiles().get(0).curated())
                .extracting(CuratedRelation::target)
                .containsExactly("nobody");
        assertThat(hidden.profiles().get(1).curated()).isEmpty();
        assertThat(hidden.profiles().get(2).curated()).hasSize(1);
    }

    @Test
    void shouldHideAllEntitiesOfThePatternsThatAreDrawn() {
        // given
        List<Profile> garden = List.of(pattern("a", List.of()), pattern("b", List.of()));
        // when
        HoldOut hidden = HoldOut.nothing(garden).hidingEntities(.5, 1);
        // then
        assertThat(hidden.entities()).hasSize(1);
        assertThat(hidden.entities().get(hidden.entities().firstKey())).hasSize(2);
        assertThat(hidden.profiles().stream()
                        .mapToInt(profile -> profile.entities().size())
                        .sum())
                .isEqualTo(2);
    }

    @Property(seed = "1", tries = 50)
    void shouldHideTheShareThatIsAskedForAndTheSameForTheSameSeed(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll long seed) {
        // given: a ring
        List<Profile> garden = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            garden.add(pattern("p" + i, List.of("p" + (i + 1) % 20)));
        }
        // when
        HoldOut hidden = HoldOut.nothing(garden)
                .hidingLinks(CuratedConcentration.trusted(garden).pairs(), share, seed);
        // then
        assertThat(hidden.links()).hasSize((int) Math.ceil(share * 20));
        assertThat(HoldOut.nothing(garden)
                        .hidingLinks(CuratedConcentration.trusted(garden).pairs(), share, seed))
                .isEqualTo(hidden);
    }

    @Test
    void shouldHideOthersForAnotherSeed() {
        List<Profile> garden = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            garden.add(pattern("p" + i, List.of("p" + (i + 1) % 40)));
        }
        assertThat(HoldOut.nothing(garden).hidingEntities(.5, 1).entities().keySet())
                .isNotEqualTo(
                        HoldOut.nothing(garden).hidingEntities(.5, 2).entities().keySet());
    }

    private static HoldOut hidingLinks(List<Profile> garden, double share) {
        return HoldOut.nothing(garden)
                .hidingLinks(CuratedConcentration.trusted(garden).pairs(), share, 1);
    }

    private static Profile pattern(String slug, List<String> targets) {
        return new Profile(
                slug,
                "id-" + slug,
                slug,
                List.of(),
                "",
                List.of(),
                "",
                List.of(),
                targets.stream()
                        .map(target -> new CuratedRelation("enables", target, "relationships.enables"))
                        .toList(),
                List.of(new EntityMention("x", "concept", "X", .9), new EntityMention("y", "tool", "Y", .8)),
                List.of(),
                List.of(),
                Embedding.NONE);
    }
}
