package org.graphgarden.inference.curated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.graphgarden.inference.curated.Trusted.Finding;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.junit.jupiter.api.Test;

class CuratedConcentrationTest {
    private static final int PATTERNS = 200;

    private final Random random = new Random(3);
    private final List<List<CuratedRelation>> relations = new ArrayList<>();

    CuratedConcentrationTest() {
        for (int i = 0; i < PATTERNS; i++) {
            relations.add(new ArrayList<>());
        }
    }

    @Test
    void shouldTrustRelationsThatPointAllOver() {
        // given
        relate("enables", 300, source -> random.nextInt(PATTERNS));

        // when
        Trusted trusted = CuratedConcentration.trusted(garden());

        // then
        assertThat(trusted.leftOut()).isEmpty();
        assertThat(trusted.pairs()).hasSizeBetween(280, 300);
    }

    @Test
    void shouldLeaveOutAListThatSawOnlyTheHeadOfAListAndNoOther() {
        // given
        relate("enables", 300, source -> random.nextInt(18));
        relate("requires", 300, source -> random.nextInt(PATTERNS));

        // when
        Trusted trusted = CuratedConcentration.trusted(garden());

        // then
        assertThat(trusted.leftOut()).extracting(Finding::list).containsExactly("relationships.enables");
        assertThat(trusted.leftOut().get(0).share()).isEqualTo(1);
        assertThat(trusted.leftOut().get(0).message())
                .startsWith("100 % of the 2")
                .contains("relationships.enables", "the 20 patterns from p000 to p019", "10 %");
        assertThat(trusted.pairs()).extracting(CuratedPair::type).containsOnly("requires");
    }

    @Test
    void shouldTrustNeighboursThatAreRelatedAmongThemselves() {
        // given
        for (int i = 0; i < 300; i++) {
            int source = 40 + random.nextInt(20);
            relations.get(source).add(new CuratedRelation("enables", slug(40 + random.nextInt(20))));
        }

        // when / then
        assertThat(CuratedConcentration.trusted(garden()).leftOut()).isEmpty();
    }

    @Test
    void shouldJudgeAShortListByItsGroup() {
        // given
        relate("enables", 300, source -> random.nextInt(18));
        relate("tools", 12, source -> 100);
        relations.get(7).add(new CuratedRelation("related", slug(100), "related"));

        // when
        Trusted trusted = CuratedConcentration.trusted(garden());

        // then
        assertThat(trusted.leftOut())
                .extracting(Finding::list)
                .containsExactly("relationships.enables", "relationships.tools");
        assertThat(trusted.pairs()).containsExactly(new CuratedPair(slug(7), slug(100), "related", "related"));
    }

    @Test
    void shouldTrustTheFewThatSayTooLittleToBeJudged() {
        // given
        relate("enables", 30, source -> 3);

        // when / then
        assertThat(CuratedConcentration.trusted(garden()).leftOut()).isEmpty();
    }

    @Test
    void shouldNameTargetsBySlugAndLeaveOutWhatIsNotInTheGarden() {
        // given
        relations.get(0).add(new CuratedRelation("enables", "id-1"));
        relations.get(0).add(new CuratedRelation("enables", "nowhere"));
        relations.get(0).add(new CuratedRelation("enables", slug(0)));

        // when / then
        assertThat(CuratedConcentration.trusted(garden()).pairs())
                .containsExactly(new CuratedPair(slug(0), slug(1), "enables", "relationships.enables"));
    }

    private void relate(String type, int count, IntUnaryOperator target) {
        for (int i = 0; i < count; i++) {
            int source = random.nextInt(PATTERNS);
            relations.get(source).add(new CuratedRelation(type, slug(target.applyAsInt(source))));
        }
    }

    private static String slug(int number) {
        return "p%03d".formatted(number);
    }

    private List<Profile> garden() {
        List<Profile> garden = new ArrayList<>();
        for (int i = PATTERNS - 1; i >= 0; i--) {
            garden.add(new Profile(
                    slug(i),
                    "id-" + i,
                    "Pattern " + i,
                    List.of(),
                    "",
                    List.of(),
                    "",
                    List.of(),
                    relations.get(i),
                    List.of(),
                    List.of(),
                    List.of(),
                    Embedding.NONE));
        }
        return garden;
    }
}
