package org.graphgarden.pruner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.graphgarden.pruner.plan.Gardens.TODAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.format.Origin;
import org.graphgarden.pruner.plan.Enriched.Candidate;
import org.graphgarden.pruner.plan.Feedback.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One example of each way to disagree. */
class FeedbackTest {
    private static final Policy POLICY =
            Policy.DEFAULT.with(new Thresholds(.80, .60)).with(new Limits(3, 1, 2, 3));

    @Test
    void shouldPlantARejectedLinkFromNeitherEnd() {
        // given
        GardenState garden = garden(section("a"), section("b"));
        Enriched[] said = {enriched("a", candidate("b", .9)), enriched("b", candidate("a", .9))};
        // then
        assertThat(plan(garden, said)).hasSize(2);
        assertThat(plan(garden.with(rejected("a", "b", .8)), said)).isEmpty();
        assertThat(plan(garden.with(rejected("a", "id-b", null)), said)).isEmpty();
    }

    @Test
    void shouldPlantARejectedLinkAgainWhenThePairIsMuchSurer() {
        // given
        GardenState garden = garden(section("a"), section("b")).with(rejected("a", "b", .7));
        // then
        assertThat(plan(garden, enriched("a", candidate("b", .84)))).isEmpty();
        assertThat(plan(garden, enriched("a", candidate("b", .85)))).hasSize(1);
    }

    @Test
    void shouldDropTheOtherEndWhenOneWasRejected() {
        // given
        GardenState garden = garden(section("a"), section("b", link("a", .9)));
        // then
        assertThat(causes(garden.with(rejected("a", "b", .9)), enriched("b"))).containsExactly(Cause.REJECTED);
        assertThat(causes(garden.with(rejected("a", "b", .9)))).containsExactly(Cause.REJECTED);
    }

    @Test
    void shouldFollowARejectedTargetThatWasRenamed() {
        // given
        GardenState garden = new GardenState(
                List.of(section("a"), section("b")),
                Map.of("old", "b"),
                Map.of(),
                Set.of(),
                new Feedback(List.of(entry(Kind.LINK, "old", Verdict.REJECTED))));
        // then
        assertThat(plan(garden, enriched("a", candidate("b", .9)))).isEmpty();
        assertThat(garden(section("a")).with(rejected("a", "old", .9)).dangling())
                .containsExactly("old");
    }

    @Test
    void shouldKeepALinkThatAStewardRetargetedWhenTheFormerNameCountsAsRejected() {
        // given: the link to the former name was taken out, one to the name of today stands instead
        GardenState garden = new GardenState(
                List.of(section("a", link("b", .9)), section("b", link("a", .9))),
                Map.of("old", "b"),
                Map.of(),
                Set.of(),
                new Feedback(List.of(entry(Kind.LINK, "old", Verdict.REJECTED))));
        // then: only the file in which the verdict was spoken shows that it was a change of name
        assertThat(plan(garden, enriched("a", candidate("b", .9)), enriched("b", candidate("a", .9))))
                .extracting(Revision::slug)
                .containsExactly("b");
    }

    @Test
    void shouldLeaveAPinnedLinkAsItIsWhateverIsFoundWrongWithIt() {
        // given: one that is unlikely, one whose target is gone, one that names its target by id
        GardenState garden = garden(
                        section("a", link("b", .2), link("gone", .9), link("id-c", .9)), section("b"), section("c"))
                .with(new Feedback(List.of(
                        entry(Kind.LINK, "b", Verdict.PINNED),
                        entry(Kind.LINK, "gone", Verdict.PINNED),
                        entry(Kind.LINK, "id-c", Verdict.PINNED))));
        // then: and nothing is planted beside what they point at, nor over the limit that they fill
        assertThat(plan(garden, enriched("a", candidate("b", .99), candidate("c", .99))))
                .isEmpty();
    }

    @Test
    void shouldTakeAPromotedLinkForCurated() {
        // given
        GardenState garden = garden(section("a", link("b", .9)), section("b"))
                .with(new Feedback(List.of(entry(Kind.LINK, "b", Verdict.PROMOTED))));
        // then
        assertThat(causes(garden, enriched("a", candidate("b", .9)), enriched("b", candidate("a", .9))))
                .containsExactly(Cause.ALREADY_CURATED);
    }

    @Test
    void shouldTakeTheNextEntityWhenOneWasRejectedWhateverItsSpelling() {
        // given
        EntityEntry hose = new EntityEntry("hose", "tool", "Hose", .9);
        EntityEntry barrel = new EntityEntry("rain-barrel", "tool", "Rain Barrel", .8);
        EntityEntry spade = new EntityEntry("spade", "tool", "Spade", .7);
        Enriched said = new Enriched("a", List.of(hose, barrel, spade), List.of(), List.of(), Set.of());
        // when
        List<Revision> plan = plan(
                garden(section("a")).with(new Feedback(List.of(entry(Kind.ENTITY, "Rain Barrels", Verdict.REJECTED)))),
                said);
        // then
        assertThat(plan.get(0).section().entities()).extracting(EntityEntry::id).containsExactly("hose", "spade");
    }

    @Test
    void shouldDropAnEntityThatStandsAlthoughItWasRejected() {
        // given
        GardenState garden = garden(section("a", new EntityEntry("hose", "tool", "Hose", .9)))
                .with(new Feedback(List.of(entry(Kind.ENTITY, "hose", Verdict.REJECTED))));
        // then
        assertThat(causes(garden)).containsExactly(Cause.REJECTED);
    }

    @Test
    void shouldKeepAPinnedNameThatStandsNotInTheText() {
        // given
        GardenState garden = garden(section("a", new EntityEntry("jo-moss", "person", "Jo Moss", .9)));
        Enriched said = new Enriched("a", List.of(), List.of(), List.of(), Set.of("jo-moss"));
        // then
        assertThat(causes(garden, said)).containsExactly(Cause.NAME_NOT_IN_TEXT);
        assertThat(causes(garden.with(new Feedback(List.of(entry(Kind.ENTITY, "jo-moss", Verdict.PINNED)))), said))
                .isEmpty();
    }

    @Test
    void shouldNotPlantARejectedCommunity() {
        // given
        Enriched said = new Enriched(
                "a", List.of(), List.of(new CommunityEntry("water", "Water", "inferred", .9)), List.of(), Set.of());
        // then
        assertThat(plan(garden(section("a")), said)).hasSize(1);
        assertThat(plan(
                        garden(section("a"))
                                .with(new Feedback(List.of(entry(Kind.COMMUNITY, "water", Verdict.REJECTED)))),
                        said))
                .isEmpty();
    }

    @Test
    void shouldNotTouchAFileThatOptedOutButLinkToIt() {
        // given
        GardenState garden = garden(section("a", link("gone", .9)), section("b"))
                .with(new Feedback(List.of(entry(Kind.SECTION, "", Verdict.OPTED_OUT))));
        // when
        List<Revision> plan = plan(garden, enriched("a", candidate("b", .9)), enriched("b", candidate("a", .9)));
        // then
        assertThat(plan).extracting(Revision::slug).containsExactly("b");
    }

    private static GardenState garden(SectionState... sections) {
        return GardenState.of(List.of(sections));
    }

    private static SectionState section(String slug, Object... entries) {
        List<EntityEntry> entities = new ArrayList<>();
        List<LinkEntry> links = new ArrayList<>();
        Arrays.stream(entries).forEach(entry -> {
            if (entry instanceof EntityEntry entity) {
                entities.add(entity);
            } else {
                links.add((LinkEntry) entry);
            }
        });
        return new SectionState(
                slug,
                "id-" + slug,
                "east",
                "p/" + slug + ".md",
                SectionState.Form.PRESENT,
                Application.reread(new GardenSection(Optional.of(TODAY), entities, List.of(), links)),
                List.of(),
                "the soil must rest");
    }

    private static LinkEntry link(String target, double confidence) {
        return new LinkEntry(target, "complementary", OptionalDouble.of(confidence), "Near.", Origin.NEW);
    }

    private static Candidate candidate(String target, double confidence) {
        return new Candidate(target, "complementary", confidence, "Near.");
    }

    private static Enriched enriched(String slug, Candidate... candidates) {
        return new Enriched(slug, List.of(), List.of(), List.of(candidates), Set.of());
    }

    private static Feedback rejected(String slug, String target, @Nullable Double confidence) {
        return new Feedback(List.of(new Feedback.Entry(slug, Kind.LINK, target, Verdict.REJECTED, confidence)));
    }

    private static Feedback.Entry entry(Kind kind, String id, Verdict verdict) {
        return new Feedback.Entry("a", kind, id, verdict, null);
    }

    private static List<Revision> plan(GardenState garden, Enriched... enriched) {
        return Planner.plan(garden, List.of(enriched), POLICY, TODAY);
    }

    private static List<Cause> causes(GardenState garden, Enriched... enriched) {
        return plan(garden, enriched).stream()
                .flatMap(revision -> revision.decisions().stream())
                .map(Decision::cause)
                .toList();
    }
}
