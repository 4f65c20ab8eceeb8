package org.graphgarden.ingest.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random histories of three repositories that quarrel about few slugs. */
class ChangePlannerProperties {

    private static final List<String> REPOSITORIES = List.of("beds", "orchard", "meadow");

    /** One repository stands at new files. */
    record Step(int repository, List<PatternFile> files) {}

    @Property(seed = "1", tries = 500)
    void shouldGiveTheTableOfAFreshImportWhenHistoryIsFollowed(@ForAll("histories") List<Step> history) {
        // given
        List<RepositoryTable> tables = new ArrayList<>();
        REPOSITORIES.forEach(name -> tables.add(RepositoryTable.empty(name)));
        SortedMap<String, Published> followed = new TreeMap<>();
        SortedMap<String, String> downstream = new TreeMap<>();

        // when
        for (Step step : history) {
            tables.set(step.repository(), table(step));
            followed = settle(followed, GardenTable.of(tables), step.repository(), downstream);

            // then
            GardenTable desired = GardenTable.of(tables);
            SortedMap<String, String> imported = new TreeMap<>();
            settle(new TreeMap<>(), desired, 0, imported);
            assertThat(followed).isEqualTo(desired.winners());
            assertThat(downstream).isEqualTo(imported);
        }
    }

    @Property(seed = "1", tries = 500)
    void shouldPairEverySlugOnceWhenRenamed(
            @ForAll("files") List<PatternFile> old, @ForAll("files") List<PatternFile> fresh) {
        // given
        SortedMap<String, Published> published =
                GardenTable.of(List.of(table(new Step(0, old)))).winners();

        // when
        List<Change> changes = ChangePlanner.plan(published, GardenTable.of(List.of(table(new Step(0, fresh)))), "beds")
                .changes();

        // then
        Set<String> from = new HashSet<>();
        Set<String> to = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Added added && !added.renamedFrom().isEmpty()) {
                assertThat(from.add(added.renamedFrom() + ">" + added.slug())).isTrue();
            } else if (change instanceof Change.Removed removed
                    && !removed.renamedTo().isEmpty()) {
                assertThat(to.add(removed.slug() + ">" + removed.renamedTo())).isTrue();
            }
        }
        assertThat(from).isEqualTo(to);
        assertThat(changes).extracting(Change::slug).isSorted().doesNotHaveDuplicates();
    }

    /** Pushes the moved repository, then whichever has something left to say, as the service does. */
    private static SortedMap<String, Published> settle(
            SortedMap<String, Published> start, GardenTable desired, int moved, SortedMap<String, String> downstream) {
        SortedMap<String, Published> published = start;
        for (int turn = 0; turn < REPOSITORIES.size(); turn++) {
            String repository = REPOSITORIES.get((moved + turn) % REPOSITORIES.size());
            PushPlan plan = ChangePlanner.plan(published, desired, repository);
            plan.changes().forEach(change -> apply(change, repository, downstream));
            published = plan.published();
        }
        SortedMap<String, Published> settled = published;
        REPOSITORIES.forEach(name ->
                assertThat(ChangePlanner.plan(settled, desired, name).changes()).isEmpty());
        return settled;
    }

    private static void apply(Change change, String repository, SortedMap<String, String> downstream) {
        PatternFile file = change.file();
        if (change instanceof Change.Removed removed) {
            downstream.remove(removed.slug());
        } else {
            downstream.put(
                    file.slug(), repository + ":" + file.path() + ":" + file.contentHash() + ":" + file.evidence());
        }
    }

    private static RepositoryTable table(Step step) {
        SortedMap<String, PatternFile> files = new TreeMap<>();
        step.files().forEach(file -> files.put(file.path(), file));
        return new RepositoryTable(REPOSITORIES.get(step.repository()), files);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(Arbitraries.integers().between(0, 2), files())
                .as(Step::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<PatternFile>> files() {
        Arbitrary<String> few = Arbitraries.of("1", "2", "3");
        return Combinators.combine(
                        Arbitraries.of("a.md", "b.md", "c.md", "d.md", "e.md"),
                        Arbitraries.of("mint", "sage", "thyme", "dill"),
                        Arbitraries.of("", "id-1", "id-2"),
                        few,
                        few,
                        few)
                .as((path, slug, id, content, body, evidence) ->
                        new PatternFile(path, "blob-" + content + body, slug, id, content, body, evidence))
                .list()
                .ofMaxSize(6);
    }
}
