package org.graphgarden.pruner.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.junit.jupiter.api.Test;

class CommunitiesTest {

    private static final SortedMap<String, List<CommunityEntry>> NOTHING = new TreeMap<>();

    @Test
    void shouldFindTheGroupsThatEntitiesMakeAndCallThemByWhatSetsThemApart() {
        // when
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(orchardAndHarbour(), List.of()).named(NOTHING, 5);

        // then
        assertThat(labels(found, "orchard-0")).contains("Grafting & Rootstock");
        assertThat(labels(found, "harbour-0")).contains("Tide Table & Mooring");
        assertThat(labels(found, "orchard-3")).isEqualTo(labels(found, "orchard-0"));
        assertThat(labels(found, "harbour-0")).doesNotContainAnyElementsOf(labels(found, "orchard-0"));
        assertThat(found.values())
                .allSatisfy(entries ->
                        assertThat(entries).extracting(CommunityEntry::source).containsOnly("inferred"));
    }

    @Test
    void shouldFindTheSameInWhateverOrderPatternsAndLinksCome() {
        // given
        List<Member> members = orchardAndHarbour();
        List<Tie> ties = new ArrayList<>(List.of(new Tie("orchard-0", "orchard-1"), new Tie("harbour-2", "orchard-1")));
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(members, ties).named(NOTHING, 5);

        // when
        Collections.shuffle(members, new Random(7));
        Collections.reverse(ties);

        // then
        assertThat(Communities.of(members, ties).named(NOTHING, 5)).isEqualTo(found);
    }

    @Test
    void shouldBringAPatternToItsNeighboursByLinksAlone() {
        // given
        List<Member> members = orchardAndHarbour();
        members.add(new Member("newcomer", "Newcomer", List.of(), List.of(), List.of()));
        List<Tie> ties = IntStream.range(0, 6)
                .mapToObj(i -> new Tie("newcomer", "harbour-" + i))
                .toList();

        // when
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(members, ties).named(NOTHING, 5);

        // then
        assertThat(labels(found, "newcomer")).contains("Tide Table & Mooring");
    }

    @Test
    void shouldKeepTheNameOfACommunityWhenItsPatternsChangeALittle() {
        // given
        List<Member> members = orchardAndHarbour();
        SortedMap<String, List<CommunityEntry>> standing = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            standing.put(
                    "orchard-" + i, List.of(new CommunityEntry("fruit-growing", "Fruit Growing", "inferred", 0.9)));
        }

        // when
        members.removeIf(member -> member.slug().equals("orchard-2"));
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(members, List.of()).named(standing, 5);

        // then
        assertThat(labels(found, "orchard-0")).contains("Fruit Growing").doesNotContain("Grafting & Rootstock");
        assertThat(labels(found, "orchard-5")).contains("Fruit Growing");
    }

    @Test
    void shouldTellTheDomainsThatPeopleGaveUnlessMostOrHardlyAnyHaveThem() {
        // given
        List<Member> members = domains("farm-life");

        // when
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(members, List.of()).named(NOTHING, 5);

        // then
        CommunityEntry farm = new CommunityEntry("farm-life", "Farm Life", "taxonomy", 1);
        assertThat(found).containsOnlyKeys("one", "two", "three").containsEntry("one", List.of(farm));
    }

    @Test
    void shouldKeepTheNameOfADomainWhenPeopleRenameIt() {
        // given
        SortedMap<String, List<CommunityEntry>> standing =
                Communities.of(domains("farm-life"), List.of()).named(NOTHING, 5);

        // when
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(domains("life-on-farms"), List.of()).named(standing, 5);

        // then
        assertThat(found).isEqualTo(standing);
    }

    private static List<Member> domains(String domain) {
        return List.of(
                member("one", List.of(domain, "everything")),
                member("two", List.of(domain, "everything")),
                member("three", List.of(domain, "everything")),
                member("four", List.of("everything", "sea")),
                member("five", List.of("everything", "sea")),
                member("six", List.of("everything")));
    }

    @Test
    void shouldFindNothingInAGardenWithoutEntitiesAndLinks() {
        // given
        List<Member> members = List.of(member("one", List.of()), member("two", List.of()));

        // when
        SortedMap<String, List<CommunityEntry>> found =
                Communities.of(members, List.of()).named(NOTHING, 5);

        // then
        assertThat(found).isEmpty();
        assertThat(Communities.of(List.of(), List.of()).named(NOTHING, 5)).isEmpty();
    }

    private static List<Member> orchardAndHarbour() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(member("orchard-" + i, "Grafting", "Rootstock", "Weather"));
            members.add(member("harbour-" + i, "Mooring", "Tide Table", "Weather"));
        }
        return members;
    }

    private static Member member(String slug, String... entities) {
        List<EntityEntry> entries = new ArrayList<>();
        for (String label : entities) {
            entries.add(new EntityEntry(label.toLowerCase(Locale.ROOT).replace(' ', '-'), "concept", label, 0.8));
        }
        return new Member(slug, slug, List.of(), List.of(), entries);
    }

    private static Member member(String slug, List<String> domains) {
        return new Member(slug, slug, List.of(), domains, List.of());
    }

    private static List<String> labels(SortedMap<String, List<CommunityEntry>> found, String slug) {
        return found.getOrDefault(slug, List.of()).stream()
                .map(CommunityEntry::label)
                .toList();
    }
}
