package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {
    private Path folder;

    private SourceRepository source;
    private String first;
    private String second;

    @BeforeEach
    void moveTheBranchUnderneath(@TempDir Path given) throws Exception {
        folder = given;
        source = new SourceRepository(folder.resolve("garden"));
        first = source.write("a.md", "one").write("b.md", "kept").commit("first");
        second = source.write("a.md", "two").commit("second");
        source.write("a.md", "one").commit("back");
        RefUpdate update = source.git().getRepository().updateRef("refs/heads/main");
        update.setNewObjectId(ObjectId.fromString(first));
        update.forceUpdate();
    }

    private WorkTree workTree() {
        return WorkTree.of(source.address(), "main").orElseThrow();
    }

    @Test
    void shouldBringFilesAlongWhenTheBranchMoved() throws Exception {
        // given
        assertThat(workTree().matches(first)).isTrue();
        // when
        workTree().advance(first, second);
        workTree().advance(first, second);
        // then
        assertThat(source.folder().resolve("a.md")).hasContent("two");
        assertThat(workTree().matches(second)).isTrue();
        assertThat(workTree().matches(first)).isFalse();
    }

    @Test
    void shouldTouchNothingWhenAFileHoldsOtherChanges() throws Exception {
        source.write("a.md", "mine");
        assertThat(workTree().matches(first)).isFalse();
        assertThatThrownBy(() -> workTree().advance(first, second)).isInstanceOf(UncheckedIOException.class);
        assertThat(source.folder().resolve("a.md")).hasContent("mine");
    }

    @Test
    void shouldFinishWhatAKilledProcessHadBegun() throws Exception {
        // given
        source.write("a.md", "two").write("._a.md123.tmp", "tw");
        Path lock = source.folder().resolve(".git/index.lock");
        Files.setLastModifiedTime(
                Files.createFile(lock), FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(workTree().matches(second)).isFalse();

        // when
        workTree().finish(first, second);

        // then
        assertThat(workTree().matches(second)).isTrue();
        assertThat(lock).doesNotExist();
        assertThat(source.folder().resolve("._a.md123.tmp")).doesNotExist();
    }

    @Test
    void shouldFinishNothingWhenSomebodyElseHasChangedAFile() throws Exception {
        source.write("b.md", "mine");
        workTree().finish(first, second);
        assertThat(source.folder().resolve("a.md")).hasContent("one");
        assertThat(source.folder().resolve("b.md")).hasContent("mine");
    }

    @Test
    void shouldNotMindFilesThatGitDoesNotKnow() throws Exception {
        source.write("notes.txt", "mine");
        assertThat(workTree().matches(first)).isTrue();
    }

    @Test
    void shouldHaveNoneWhenBareOrOnAnotherBranch() throws Exception {
        assertThat(WorkTree.of(source.address(), "other")).isEmpty();
        Path bare = Files.move(source.folder().resolve(".git"), folder.resolve("bare"));
        assertThat(WorkTree.of(RepositoryAddress.parse(bare.toString()), "main"))
                .isEmpty();
    }
}
