package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GardenHistoryTest {

    private final Path temp;

    GardenHistoryTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldFindGardenCommitsWithTheirChangesWhenTheyCarryTheTrailer() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            String first = source.write("a.md", "one").write("b.md", "b").commit("first");
            String garden = source.write("a.md", "two").commit("Tend\n\nGarden-Cycle: beds/1\nOther: x\n");
            String last = source.write("a.md", "three").commit("We talk of the Garden-Cycle: trailer inside a line");
            clone.fetch(null);

            // when
            List<GardenCommit> found = clone.history().gardenCommits(last, null, PathFilter.markdown());

            // then
            assertThat(found).singleElement().satisfies(commit -> {
                assertThat(commit.note().commit()).isEqualTo(garden);
                assertThat(commit.note().cycle()).isEqualTo("beds/1");
                assertThat(commit.note().author()).isEqualTo("Ada Gardener");
                assertThat(commit.changes()).extracting(TreeChange::path).containsExactly("a.md");
            });
            assertThat(clone.history().gardenCommits(last, first, PathFilter.markdown()))
                    .isEqualTo(found);
            assertThat(clone.history().gardenCommits(last, garden, PathFilter.markdown()))
                    .isEmpty();
            assertThat(clone.history().continues(last, first)).isTrue();
            assertThat(clone.history().continues(first, last)).isFalse();
            assertThat(clone.history().find(last, first, "beds/1")).isNotNull();
            assertThat(clone.history().find(last, garden, "beds/1")).isNull();
            assertThat(clone.history().knows(first)).isTrue();
            assertThat(clone.history().knows("0123456789012345678901234567890123456789"))
                    .isFalse();
        }
    }

    @Test
    void shouldKnowABranchAsSquashedWhenAllThatItChangedIsThere() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            String first = source.write("a.md", "one").write("b.md", "b").commit("first");
            source.git().checkout().setCreateBranch(true).setName("side").call();
            String side = source.write("a.md", "two").commit("Change a");
            source.git().checkout().setName("main").call();
            String apart = source.write("b.md", "c").commit("Change b");
            String squash = source.write("a.md", "two").commit("Change a (#1)");
            String later = source.write("b.md", "d").commit("Change b again");
            String against = source.write("a.md", "three").commit("Change a again");
            // when
            clone.fetch(null);
            // then
            GardenHistory history = clone.history();
            assertThat(history.squashed(apart, side)).isFalse();
            assertThat(history.squashed(squash, side)).isTrue();
            assertThat(history.squashed(later, side)).isTrue();
            assertThat(history.squashed(against, side)).isFalse();
            assertThat(history.squashed(later, first)).isFalse();
        }
    }

    @Test
    void shouldWalkBackAlongFirstParentsUntilToldToStop() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            source.write("a.md", "one").commit("first");
            String second = source.write("b.md", "b").commit("second");
            String third = source.delete("a.md").commit("third");
            clone.fetch(null);

            // when
            List<TreeStep> all = new ArrayList<>();
            clone.history().walkBack(third, PathFilter.markdown(), 10, all::add);
            List<TreeStep> one = new ArrayList<>();
            clone.history().walkBack(third, PathFilter.markdown(), 1, one::add);

            // then
            assertThat(all).extracting(TreeStep::commit).containsExactly(third, second);
            assertThat(all.get(0).changes()).singleElement().satisfies(change -> {
                assertThat(change.path()).isEqualTo("a.md");
                assertThat(change.after()).isNull();
            });
            assertThat(one).containsExactly(all.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Garden-Cycle: beds/1",
                "Squashed (#4)\n\n* Tend\n\nGarden-Cycle: beds/1\n\n* a later remark",
                "Squashed\r\n\r\n  garden-cycle:beds/1\r\n",
            })
    void shouldFindTrailerWhenAForgeSquashedTheMessage(String message) throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()))) {
            // given
            String commit = source.write("a.md", "one").commit(message);
            clone.fetch(null);

            // when, then
            assertThat(clone.history().commit(commit).cycle()).isEqualTo("beds/1");
        }
    }
}
