package org.graphgarden.inference.garden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.index.Profiles;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.link.LinkExplanation;
import org.graphgarden.inference.link.LinkExplanation.Standing;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.junit.jupiter.api.Test;

class GardenExplainerTest {
    private static final List<Profile> GARDEN = List.of(
            Profiles.of("barrel", "Rain Barrel", "Rain for dry weeks", "A barrel under the gutter keeps rain."),
            Profiles.of("drip", "Drip Line", "Water for roots", "A hose brings water from a barrel in dry weeks."),
            Profiles.of("heap", "Compost Heap", "Soil from scraps", "Leaves and scraps turn into soil in weeks."),
            Profiles.of("hot-heap", "Hot Heap", "Soil in weeks", "A large heap of leaves turns into soil."),
            Profiles.of("shed", "Tool Shed", "Room for hoes", "Hoes hang in one shed; neighbours share them."),
            Profiles.of("swap", "Seed Swap", "Seeds for all", "Neighbours bring seeds and share them."));

    private final CorpusModels models = new CorpusModels(ModelFile.shipped(), "none");

    @Test
    void shouldExplainTheConfidenceThatInferenceGives() {
        // given
        GardenExplainer explainer = GardenExplainer.open(models, GARDEN);
        List<CandidateLink> links = models.open(GARDEN).enrich("barrel").links();
        for (CandidateLink link : links) {
            // when
            LinkExplanation why = explainer.link("barrel", link.target(), .9);
            // then
            assertThat(why.standing()).isEqualTo(Standing.PROPOSED);
            assertThat(why.link()).isEqualTo(link);
            assertThat(why.confidence()).isEqualTo(link.confidence());
            assertThat(why.rank()).isEqualTo(links.indexOf(link) + 1);
            assertThat(why.parts().stream()
                            .mapToDouble(LinkExplanation.Part::contribution)
                            .sum())
                    .isCloseTo(why.score(), within(1e-9));
        }
    }

    @Test
    void shouldPromiseTheThresholdForTheLikenessThatIsNeeded() {
        // given
        double threshold = .6;
        // when
        LinkExplanation why = GardenExplainer.open(models, GARDEN).link("heap", "swap", threshold);
        // then
        assertThat(why.confidence()).isLessThan(threshold);
        assertThat(why.needed()).isGreaterThan(why.score());
        assertThat(why.changes())
                .filteredOn(change -> change.what().contains("words of their texts"))
                .singleElement()
                .satisfies(change -> assertThat(change.confidence()).isCloseTo(threshold, within(1e-5)));
    }

    @Test
    void shouldNotAskForWhatIsThereAlready() {
        // given: the text names the other
        List<Profile> garden = new ArrayList<>(GARDEN);
        garden.add(Profiles.of("gutter", "Gutter", "Water from the roof", "It ends above a Rain Barrel."));
        // when
        LinkExplanation why = GardenExplainer.open(models, garden).link("gutter", "barrel", .99);
        // then
        assertThat(why.changes()).noneMatch(change -> change.what().contains("named it once"));
    }

    @Test
    void shouldTellCuratedPairsFromEitherEnd() {
        // given
        List<Profile> garden = new ArrayList<>(GARDEN);
        CuratedRelation relation = new CuratedRelation("enables", "drip", "relationships.enables");
        garden.set(0, garden.get(0).with(List.of(relation), List.of()));
        GardenExplainer explainer = GardenExplainer.open(models, garden);
        // when, then
        assertThat(explainer.link("barrel", "drip", .9).standing()).isEqualTo(Standing.CURATED);
        assertThat(explainer.link("drip", "barrel", .9).standing()).isEqualTo(Standing.CURATED);
        assertThat(explainer.link("drip", "drip", .9).standing()).isEqualTo(Standing.ITSELF);
        assertThat(explainer.link("drip", "barrel", .9).link()).isNull();
    }

    @Test
    void shouldShowTheWordsThatCountMost() {
        // when
        PatternExplanation pattern = GardenExplainer.open(models, GARDEN).pattern("barrel");
        // then
        assertThat(pattern.terms()).isNotEmpty().allSatisfy(term -> assertThat(term.weight())
                .isBetween(0.0, 1.0));
        assertThat(pattern.terms())
                .extracting(term -> term.text())
                .contains("barrel")
                .anyMatch(text -> text.startsWith("dry week"));
        assertThat(pattern.links()).isNotEmpty();
    }

    @Test
    void shouldRefuseASlugThatIsNotThere() {
        GardenExplainer explainer = GardenExplainer.open(models, GARDEN);
        assertThatThrownBy(() -> explainer.link("barrel", "nobody", .9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }
}
