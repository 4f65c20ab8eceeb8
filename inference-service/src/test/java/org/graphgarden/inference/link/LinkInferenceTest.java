package org.graphgarden.inference.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.link.CandidateLink.EvidenceKind;
import org.graphgarden.inference.link.type.TypeFeature;
import org.graphgarden.inference.link.type.TypeModel;
import org.graphgarden.inference.link.type.TypeModel.Family;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.profile.Profile.CuratedRelation;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.profile.Profile.TextSection;
import org.junit.jupiter.api.Test;

class LinkInferenceTest {
    private static final List<Profile> GARDEN = List.of(
            pattern(
                    "barrel",
                    "Rain Barrel",
                    "A barrel under the gutter keeps rain for dry weeks. It feeds a Drip Line."),
            pattern("drip", "Drip Line", "A hose with holes brings water from the barrel to the roots in dry weeks."),
            pattern("heap", "Compost Heap", "Leaves and kitchen scraps turn into soil.\nTurn the heap each month."),
            pattern("hot-heap", "Hot Compost Heap", "A large heap of leaves and scraps turns into soil in weeks."),
            pattern("swap", "Seed Swap", "Neighbours bring seeds in envelopes and carry others home."),
            pattern("shed", "Tool Shed", "Hoes and rakes hang in one shed. Neighbours share them."),
            pattern("supper", "Harvest Supper", "Neighbours cook what the beds gave and eat together."));

    @Test
    void shouldProposeTheLikestFirstWhenAskedForAPattern() {
        // given
        LinkInference inference = open(GARDEN);
        // when
        List<CandidateLink> links = inference.infer("barrel").links();
        // then
        assertThat(links.get(0).target()).isEqualTo("drip");
        assertThat(links)
                .extracting(CandidateLink::target)
                .doesNotContain("barrel")
                .doesNotHaveDuplicates();
        assertThat(links).extracting(CandidateLink::confidence).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void shouldGiveBothEndsTheSameConfidence() {
        // given
        LinkInference inference = open(GARDEN);
        // when / then
        assertThat(link(inference, "barrel", "drip").confidence())
                .isEqualTo(link(inference, "drip", "barrel").confidence());
    }

    @Test
    void shouldQuoteTheMentionVerbatimWhenTheSourceNamesTheTarget() {
        // given
        LinkInference inference = open(GARDEN);
        // when
        CandidateLink link = link(inference, "barrel", "drip");
        // then
        assertThat(link.reason()).isEqualTo("It says: “It feeds a Drip Line”.");
        assertThat(link.evidence()).anySatisfy(evidence -> {
            assertThat(evidence.kind()).isEqualTo(EvidenceKind.MENTION);
            assertThat(evidence.section()).isEqualTo("Solution");
            assertThat(evidence.quote()).isEqualTo("It feeds a Drip Line.");
        });
    }

    @Test
    void shouldQuoteOnlyPhrasesThatStandInBothTextsWhenNeitherNamesTheOther() {
        // given
        List<Profile> garden = new ArrayList<>(GARDEN);
        garden.add(
                pattern("bench", "Potting Bench", "Pea gravel and river sand fill the pots. Gravel, then pea straw."));
        garden.add(pattern("cuttings", "Willow Cuttings", "Set them in river sand; cover with pea gravel in March."));
        // when
        CandidateLink link = link(open(garden), "bench", "cuttings");
        // then
        assertThat(link.reason()).contains("river sand", "pea gravel");
        assertThat(link.evidence()).first().satisfies(evidence -> {
            assertThat(evidence.kind()).isEqualTo(EvidenceKind.SHARED_SENTENCE);
            assertThat(evidence.shared()).contains("river sand", "pea gravel");
            assertThat(evidence.quote()).isEqualTo("Pea gravel and river sand fill the pots.");
        });
    }

    @Test
    void shouldNotNameAWordThatIsEverywhereInAnotherForm() {
        // given
        List<Profile> garden = new ArrayList<>();
        for (Profile profile : GARDEN) {
            String body = profile.sections().get(0).text() + " It has its metrics.";
            garden.add(pattern(profile.slug(), profile.title(), body));
        }
        garden.add(pattern("bench", "Potting Bench", "A metric tells of its gravel. The metric is noted."));
        garden.add(pattern(
                "cuttings", "Willow Cuttings", "Set them in gravel. A metric says when; the metric is a date."));
        // when
        CandidateLink link = link(open(garden), "bench", "cuttings");
        // then
        assertThat(link.reason()).startsWith("Both deal with gravel: ");
        assertThat(link.evidence()).first().satisfies(evidence -> assertThat(evidence.shared())
                .containsExactly("gravel"));
    }

    @Test
    void shouldPointToTheWiderPatternWhenOneTitleNarrowsTheOther() {
        // given
        double[] weights = new double[TypeFeature.values().length];
        weights[TypeFeature.TITLE_ENDS.ordinal()] = 5;
        Family silent = new Family(1, -9, new double[weights.length]);
        TypeModel types = new TypeModel(List.of(silent, new Family(0.5, 0, weights), silent));
        LinkInference inference = open(GARDEN, ModelFile.shipped().with("types", types.toJson()));
        // when / then
        assertThat(link(inference, "barrel", "drip").type()).isEqualTo("complementary");
        assertThat(link(inference, "hot-heap", "heap").type()).isEqualTo("generalizes_from");
        assertThat(link(inference, "heap", "hot-heap").type()).isEqualTo("specializes_to");
    }

    @Property(seed = "1", tries = 25)
    void shouldNeverProposeCuratedPairsFromEitherEnd(@ForAll("slugs") String source, @ForAll("slugs") String target) {
        // given
        List<Profile> bySlug = replaced(source, target);
        List<Profile> byId = replaced(source, "pat_" + target);
        for (List<Profile> garden : List.of(bySlug, byId)) {
            // when
            LinkInference inference = open(garden);
            // then
            assertThat(inference.infer(source).links())
                    .extracting(CandidateLink::target)
                    .doesNotContain(target);
            assertThat(inference.infer(target).links())
                    .extracting(CandidateLink::target)
                    .doesNotContain(source);
        }
    }

    @Property(seed = "1", tries = 20)
    void shouldAnswerTheSameWhenProfilesArriveInAnotherOrder(@ForAll long seed) {
        // given
        List<Profile> shuffled = new ArrayList<>(GARDEN);
        Collections.shuffle(shuffled, new Random(seed));
        LinkInference one = open(GARDEN);
        LinkInference other = open(shuffled);
        // when / then
        for (Profile profile : shuffled) {
            assertThat(other.infer(profile.slug())).isEqualTo(one.infer(profile.slug()));
        }
    }

    @Property(seed = "1", tries = 100)
    void shouldWriteShortDistinctPlainReasonsAndVerbatimQuotes(@ForAll("gardens") List<Profile> garden) {
        // given
        LinkInference inference = open(garden);
        for (Profile profile : garden) {
            // when
            List<CandidateLink> links = inference.infer(profile.slug()).links();
            // then
            assertThat(links)
                    .extracting(CandidateLink::reason)
                    .doesNotHaveDuplicates()
                    .allSatisfy(reason ->
                            assertThat(reason).hasSizeLessThanOrEqualTo(160).matches("[^\\p{Cntrl}\"\\\\]+"));
            assertThat(links).flatExtracting(CandidateLink::evidence).allSatisfy(evidence -> assertThat(
                            said(evidence.quoted().isEmpty() ? profile.slug() : evidence.quoted(), garden))
                    .satisfies(text -> assertThat(cutsAWord(text, evidence.quote()))
                            .as("a word is cut: " + evidence.quote())
                            .isFalse())
                    .contains(evidence.quote()));
        }
    }

    /** Whether a quotation begins or ends inside a word wherever it stands in the text. */
    private static boolean cutsAWord(String text, String quote) {
        String whole = "(?<![\\p{L}\\p{N}](?=[\\p{L}\\p{N}]))" + Pattern.quote(quote);
        return !Pattern.compile(whole + "(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static String said(String slug, List<Profile> garden) {
        return garden.stream()
                .filter(profile -> profile.slug().equals(slug))
                .map(profile -> profile.title() + "\n" + profile.summary() + "\n"
                        + profile.sections().get(0).text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldLookPastTheGardenSectionAndTheOrderOfQuestions() {
        // given
        Profile planted = withCuratedAndEntities(
                GARDEN.get(0), List.of(), List.of(new EntityMention("seed", "concept", "Seed Swap", 1)));
        List<Profile> garden = new ArrayList<>(GARDEN.subList(1, GARDEN.size()));
        garden.add(planted);
        // when
        LinkInference inference = open(garden);
        // then
        assertThat(inference.infer("swap")).isEqualTo(open(GARDEN).infer("swap"));
        assertThat(inference.infer("barrel")).isEqualTo(open(GARDEN).infer("barrel"));
    }

    @Test
    void shouldReportWhenAPatternWasWrittenTwice() {
        // given
        List<Profile> garden = new ArrayList<>(GARDEN);
        String body = "A barrel under the gutter keeps rain for dry weeks. It feeds a Drip Line.";
        garden.add(pattern("barrel-2", "Rain Barrels", body));
        // when
        InferredLinks inferred = open(garden).infer("barrel");
        // then
        assertThat(inferred.nearDuplicates()).containsExactly("barrel-2");
        assertThat(inferred.links()).extracting(CandidateLink::target).first().isEqualTo("barrel-2");
    }

    @Test
    void shouldAnswerWhenTheGardenHoldsOnePatternOnly() {
        // given
        LinkInference inference = open(GARDEN.subList(0, 1));
        // when / then
        assertThat(inference.infer("barrel").links()).isEmpty();
        assertThatThrownBy(() -> inference.infer("drip")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> slugs() {
        return Arbitraries.of("barrel", "drip", "heap");
    }

    @Provide
    Arbitrary<List<Profile>> gardens() {
        Arbitrary<String> word = Arbitraries.of(
                "rain",
                "barrel",
                "soil",
                "Soil Bed",
                "seed",
                "the",
                "bed.",
                "\n",
                "\"worm\"",
                "tab\there",
                "\u0085",
                "Ünï",
                "averyveryverylongwordthatgoesonandonandonwithoutanyplacetobreakitintwo".repeat(3));
        Arbitrary<String> text = word.list().ofMaxSize(40).map(words -> String.join(" ", words));
        return text.list().ofMinSize(2).ofMaxSize(10).map(texts -> {
            List<Profile> garden = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String title = i % 2 == 0 ? "Soil Bed" : texts.get(i).strip();
                garden.add(pattern("slug-" + i, title.isEmpty() ? "x" : title, texts.get(i)));
            }
            return garden;
        });
    }

    private static List<Profile> replaced(String source, String target) {
        return GARDEN.stream()
                .map(profile -> profile.slug().equals(source)
                        ? withCuratedAndEntities(profile, List.of(new CuratedRelation("enables", target)), List.of())
                        : profile)
                .toList();
    }

    private static LinkInference open(List<Profile> garden) {
        return open(garden, ModelFile.shipped());
    }

    private static LinkInference open(List<Profile> garden, ModelFile model) {
        PatternIndex index = PatternIndex.of(garden);
        return LinkInference.of(index, ReadTexts.of(index.patterns()), model);
    }

    private static CandidateLink link(LinkInference inference, String source, String target) {
        return inference.infer(source).links().stream()
                .filter(link -> link.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static Profile pattern(String slug, String title, String body) {
        return new Profile(
                slug,
                "pat_" + slug,
                title,
                List.of(),
                "",
                List.of(),
                "",
                List.of("garden"),
                List.of(),
                List.of(),
                List.of(new TextSection("Solution", body)),
                List.of(),
                Embedding.NONE);
    }

    private static Profile withCuratedAndEntities(
            Profile profile, List<CuratedRelation> curated, List<EntityMention> entities) {
        return new Profile(
                profile.slug(),
                profile.id(),
                profile.title(),
                profile.aliases(),
                profile.summary(),
                profile.keywords(),
                profile.tension(),
                profile.domains(),
                curated,
                entities,
                profile.sections(),
                profile.phrases(),
                profile.embedding());
    }
}
