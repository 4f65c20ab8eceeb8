package org.graphgarden.inference.garden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graphgarden.inference.entity.Entity;
import org.graphgarden.inference.index.Profiles;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.link.LinkExplanation.Standing;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Feedback;
import org.graphgarden.inference.profile.Feedback.RejectedLink;
import org.graphgarden.inference.profile.Profile;
import org.junit.jupiter.api.Test;

/** What stewards took out of a section is not proposed again. */
class FeedbackTest {
    private static final CorpusModels MODELS = new CorpusModels(ModelFile.shipped(), "none");
    private static final List<Profile> GARDEN = beds();

    /** More patterns than are proposed for one. */
    private static List<Profile> beds() {
        List<Profile> beds = new ArrayList<>();
        for (int i = 10; i < 70; i++) {
            String text = "Bed %d has compost, mulch and a rain barrel; beds %d and %d lie beside it."
                    .formatted(i, i - 1, i + 1);
            beds.add(Profiles.of("bed-" + i, "Mulched Bed " + i, "A rain barrel for bed number " + i, text));
        }
        return beds;
    }

    @Test
    void shouldProposeARejectedPairFromNeitherEndAndTheNextInItsPlace() {
        // given
        CandidateLink first = links(GARDEN, "bed-10").get(0);
        Feedback feedback = rejected(first.target(), first.confidence());
        // when
        List<Profile> garden = with("bed-10", feedback);
        // then
        assertThat(links(garden, "bed-10"))
                .hasSize(50)
                .extracting(CandidateLink::target)
                .doesNotContain(first.target());
        assertThat(links(garden, first.target()))
                .hasSize(50)
                .extracting(CandidateLink::target)
                .doesNotContain("bed-10");
        assertThat(GardenExplainer.open(MODELS, garden)
                        .link(first.target(), "bed-10", .84)
                        .standing())
                .isEqualTo(Standing.REJECTED);
    }

    @Test
    void shouldProposeARejectedPairAgainWhenItIsMuchSurer() {
        // given
        CandidateLink first = links(GARDEN, "bed-10").get(0);
        // when
        List<Profile> garden = with("bed-10", rejected(first.target(), first.confidence() - .15));
        // then
        assertThat(links(garden, "bed-10")).isEqualTo(links(GARDEN, "bed-10"));
    }

    @Test
    void shouldTagTheNextBestWhenAnEntityWasRejectedWhateverItsSpelling() {
        // given
        List<Entity> before = enrich(GARDEN, "bed-10").entities();
        String best = before.get(0).id();
        String asInAFile = best.replace("-", " ").toUpperCase(Locale.ROOT);
        // when
        List<Entity> after = enrich(with("bed-10", new Feedback(List.of(), List.of(asInAFile), false)), "bed-10")
                .entities();
        // then
        assertThat(after).isNotEmpty().extracting(Entity::id).doesNotContain(best);
        assertThat(after).hasSizeGreaterThanOrEqualTo(before.size() - 1);
    }

    @Test
    void shouldProposeNothingForAPatternThatOptedOutButLinkOthersToIt() {
        // given
        List<Profile> garden = with("bed-10", new Feedback(List.of(), List.of(), true));
        String other = links(GARDEN, "bed-10").get(0).target();
        // when
        Enrichment enrichment = enrich(garden, "bed-10");
        // then
        assertThat(enrichment.links()).isEmpty();
        assertThat(enrichment.entities()).isEmpty();
        assertThat(links(garden, other)).isEqualTo(links(GARDEN, other));
    }

    private static Feedback rejected(String target, double confidence) {
        return new Feedback(List.of(new RejectedLink(target, confidence)), List.of(), false);
    }

    private static List<Profile> with(String slug, Feedback feedback) {
        return GARDEN.stream()
                .map(profile -> profile.slug().equals(slug) ? profile.with(feedback) : profile)
                .toList();
    }

    private static Enrichment enrich(List<Profile> garden, String slug) {
        return MODELS.open(garden).enrich(slug);
    }

    private static List<CandidateLink> links(List<Profile> garden, String slug) {
        return enrich(garden, slug).links();
    }
}
