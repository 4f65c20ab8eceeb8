package org.graphgarden.ingest.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangePlannerTest {

    @Test
    void shouldAddEverythingWhenNothingWasPublished() {
        // when
        PushPlan plan = ChangePlanner.plan(new TreeMap<>(), garden(beds("mint", "sage")), "beds");

        // then
        assertThat(plan.changes()).hasOnlyElementsOfType(Change.Added.class);
        assertThat(plan.changes()).extracting(Change::slug).containsExactly("mint", "sage");
    }

    @Test
    void shouldDoNothingWhenOnlyThePlantedPartChanged() {
        // given
        PatternFile before = new PatternFile("mint.md", "blob1", "mint", "", "content", "body", "evidence");
        PatternFile after = new PatternFile("mint.md", "blob2", "mint", "", "content", "body", "evidence");

        // when
        PushPlan plan = ChangePlanner.plan(published(before), garden(before, after), "beds");

        // then
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void shouldModifyWhenContentEvidenceOrPathChanged() {
        PatternFile before = new PatternFile("mint.md", "blob1", "mint", "", "content", "body", "evidence");
        for (PatternFile after : List.of(
                new PatternFile("mint.md", "blob2", "mint", "", "other", "body", "evidence"),
                new PatternFile("mint.md", "blob2", "mint", "", "content", "body", "other"),
                new PatternFile("herbs/mint.md", "blob1", "mint", "", "content", "body", "evidence"))) {
            // when
            PushPlan plan = ChangePlanner.plan(published(before), garden(after), "beds");

            // then
            assertThat(plan.changes()).containsExactly(new Change.Modified(after));
        }
    }

    @Test
    void shouldPairRenameWhenIdStays() {
        // given
        PatternFile before = new PatternFile("a.md", "blob1", "mint", "id-7", "content", "body", "");
        PatternFile after = new PatternFile("a.md", "blob2", "peppermint", "id-7", "other", "rewritten", "");

        // when
        PushPlan plan = ChangePlanner.plan(published(before), garden(after), "beds");

        // then
        assertThat(plan.changes())
                .containsExactly(new Change.Removed(before, "peppermint"), new Change.Added(after, "mint"));
    }

    @Test
    void shouldPairRenameWhenBodyStays() {
        // given
        PatternFile before = new PatternFile("a.md", "blob1", "mint", "", "content", "body", "");
        PatternFile after = new PatternFile("b.md", "blob2", "peppermint", "", "other", "body", "");

        // when
        PushPlan plan = ChangePlanner.plan(published(before), garden(after), "beds");

        // then
        assertThat(plan.changes())
                .containsExactly(new Change.Removed(before, "peppermint"), new Change.Added(after, "mint"));
    }

    @Test
    void shouldPairNothingWhenBodyIsAmbiguousOrEmpty() {
        // given
        PatternFile mint = new PatternFile("a.md", "blob1", "mint", "", "1", "body", "");
        PatternFile sage = new PatternFile("b.md", "blob2", "sage", "", "2", "", "");
        PatternFile one = new PatternFile("c.md", "blob3", "one", "", "3", "body", "");
        PatternFile two = new PatternFile("d.md", "blob4", "two", "", "4", "body", "");
        PatternFile three = new PatternFile("e.md", "blob5", "three", "", "5", "", "");

        // when
        PushPlan plan = ChangePlanner.plan(published(mint, sage), garden(one, two, three), "beds");

        // then
        assertThat(plan.changes())
                .contains(new Change.Removed(mint, ""), new Change.Removed(sage, ""), new Change.Added(three, ""));
    }

    @Test
    void shouldLetTheOtherTakeOverWhenTheFirstFileOfASlugGoes() {
        // given
        PatternFile first = new PatternFile("a.md", "blob1", "mint", "", "1", "one", "");
        PatternFile second = new PatternFile("b.md", "blob2", "mint", "", "2", "two", "");
        GardenTable both = garden(second, first);

        // when
        PushPlan plan = ChangePlanner.plan(published(first), garden(second), "beds");

        // then
        assertThat(both.conflicts()).containsExactly(new SlugConflict("beds", second, new Published("beds", first)));
        assertThat(plan.changes()).containsExactly(new Change.Modified(second));
    }

    @Test
    void shouldRemoveInOnePushAndAddInTheOtherWhenRepositoriesChangePlaces() {
        // given
        PatternFile mine = new PatternFile("a.md", "blob1", "mint", "", "1", "one", "");
        PatternFile theirs = new PatternFile("a.md", "blob2", "mint", "", "2", "two", "");
        GardenTable desired = GardenTable.of(List.of(RepositoryTable.empty("beds"), table("orchard", theirs)));

        // when
        PushPlan gone = ChangePlanner.plan(published(mine), desired, "beds");
        PushPlan came = ChangePlanner.plan(gone.published(), desired, "orchard");

        // then
        assertThat(gone.changes()).containsExactly(new Change.Removed(mine, ""));
        assertThat(came.changes()).containsExactly(new Change.Added(theirs, ""));
        assertThat(came.published()).isEqualTo(desired.winners());
    }

    private static PatternFile[] beds(String... slugs) {
        return Arrays.stream(slugs)
                .map(slug -> new PatternFile(slug + ".md", "blob-" + slug, slug, "", slug, slug, ""))
                .toArray(PatternFile[]::new);
    }

    private static GardenTable garden(PatternFile... files) {
        return GardenTable.of(List.of(table("beds", files)));
    }

    private static SortedMap<String, Published> published(PatternFile... files) {
        return garden(files).winners();
    }

    private static RepositoryTable table(String repository, PatternFile... files) {
        SortedMap<String, PatternFile> byPath = new TreeMap<>();
        for (PatternFile file : files) {
            byPath.put(file.path(), file);
        }
        return new RepositoryTable(repository, byPath);
    }
}
