package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.Ref;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    private static final CommitIdent PRUNER =
            new CommitIdent("Graph Garden", "garden@example.org", Instant.parse("2026-03-02T04:00:00Z"));

    private final Path temp;

    private SourceRepository source;
    private BareClone clone;
    private String base;

    PublisherTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @BeforeEach
    void plant() throws Exception {
        source = new SourceRepository(temp.resolve("beds"));
        source.write("top.md", "top").write("beds/a.md", "one").write("beds/deep/b.md", "two");
        Files.createSymbolicLink(source.folder().resolve("link.md"), Path.of("top.md"));
        source.folder().resolve("beds/a.md").toFile().setExecutable(true);
        base = source.commit("first");
        clone = BareClone.at(temp.resolve("clone"), Access.to(source.address()));
        clone.fetch(null);
    }

    @AfterEach
    void clear() {
        clone.close();
        source.close();
    }

    @Test
    void shouldReplaceContentAndNothingElseWhenCommitted() throws Exception {
        // when
        String commit = commit("beds/a.md", "one, revised");

        // then
        assertThat(clone.tree(PathFilter.markdown()).diff(base, commit))
                .extracting(TreeChange::path)
                .containsExactly("beds/a.md");
        assertThat(clone.publisher().push("garden", commit, null)).isInstanceOf(PushOutcome.Accepted.class);
        if (Files.exists(Path.of("/usr/bin/git"))) {
            assertThat(GitCommand.run(source.folder(), "ls-tree", "-r", "garden"))
                    .contains("100755 blob", "120000 blob")
                    .hasLineCount(4);
            assertThat(GitCommand.run(source.folder(), "fsck", "--strict")).doesNotContain("error");
        }
    }

    @Test
    void shouldMakeSameCommitWhenMadeTwice() {
        assertThat(commit("top.md", "new")).isEqualTo(commit("top.md", "new"));
    }

    @Test
    void shouldRefuseWhenPathIsNoRegularFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> commit("link.md", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> commit("beds", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> commit("beds/absent.md", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> commit("top.md/a.md", "x"));
    }

    @Test
    void shouldLeaveOtherRefsAloneWhenPushed() throws Exception {
        // when
        String commit = commit("top.md", "new");
        PushOutcome outcome = clone.publisher().push("graph-garden/2026-03-02", commit, null);

        // then
        assertThat(outcome).isEqualTo(new PushOutcome.Accepted("graph-garden/2026-03-02", commit));
        assertThat(refs()).containsExactly("HEAD", "refs/heads/graph-garden/2026-03-02", "refs/heads/main");
        assertThat(source.head("main")).isEqualTo(base);
        assertThat(clone.branchHead("graph-garden/2026-03-02")).isEqualTo(commit);
    }

    @Test
    void shouldReportMovedWhenBranchIsNotWhereExpected() throws Exception {
        // given
        String first = commit("top.md", "new");
        String second = commit("top.md", "newer");
        Publisher publisher = clone.publisher();
        publisher.push("garden", first, null);

        // when, then
        assertThat(publisher.push("garden", second, null)).isInstanceOf(PushOutcome.Moved.class);
        assertThat(publisher.push("garden", second, base)).isInstanceOf(PushOutcome.Moved.class);
        assertThat(source.head("garden")).isEqualTo(first);
        assertThat(publisher.push("garden", second, first)).isInstanceOf(PushOutcome.Accepted.class);
        assertThat(source.head("garden")).isEqualTo(second);
        assertThat(publisher.push("garden", second, first))
                .as("pushing what stands there already")
                .isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void shouldFailWhenSourceIsGone() throws Exception {
        // given
        String commit = commit("top.md", "new");
        Files.move(source.folder(), temp.resolve("moved"));

        // when, then
        assertThat(clone.publisher().push("garden", commit, null)).isInstanceOf(PushOutcome.Failed.class);
    }

    private List<String> refs() throws Exception {
        return source.git().getRepository().getRefDatabase().getRefs().stream()
                .map(Ref::getName)
                .sorted()
                .toList();
    }

    @Test
    void shouldPushWhenAKilledProcessOfOursLeftTheLockOfTheBranch() throws Exception {
        // given
        String commit = commit("beds/a.md", "two");
        Path lock = leftLock(commit, Duration.ofMinutes(1));
        assertThat(clone.publisher().push("main", commit, base)).isInstanceOf(PushOutcome.Moved.class);

        // when
        clone.publisher().clearLeft("refs/heads/main");

        // then
        assertThat(lock).doesNotExist();
        assertThat(clone.publisher().push("main", commit, base)).isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void shouldLeaveTheLockWhenItIsNewOrOfSomebodyElse() throws Exception {
        String commit = commit("beds/a.md", "two");
        for (String content : List.of(base, "", commit)) {
            // given
            Path lock = leftLock(content, content.equals(commit) ? Duration.ZERO : Duration.ofMinutes(1));

            // when
            clone.publisher().clearLeft("refs/heads/main");

            // then
            assertThat(lock).exists();
        }
    }

    @Test
    void shouldRemovePacksHalfReceivedWhenTheyHaveRested() throws Exception {
        // given
        Path objects = source.folder().resolve(".git/objects");
        Path rested = rest(objects.resolve("incoming_12.pack"));
        Path index = rest(objects.resolve("incoming_12.idx"));
        Path alone = rest(objects.resolve("incoming_13.pack"));
        Path written = rest(objects.resolve("incoming_14.pack"));
        Path now = Files.createFile(objects.resolve("incoming_14.idx"));
        Path ofGit = rest(objects.resolve("incoming-quarantine"));
        Path named = rest(objects.resolve("incoming_of_mine.pack"));
        Path packed = rest(objects.resolve("pack/incoming_15.pack"));
        Path link = Files.createSymbolicLink(objects.resolve("incoming_16.pack"), ofGit);
        Path folder = Files.createDirectory(objects.resolve("incoming_17.pack"));

        // when
        clone.publisher().clearLeft("refs/heads/main");

        // then
        assertThat(List.of(rested, index, alone)).noneMatch(Files::exists);
        assertThat(List.of(written, now, ofGit, named, packed, link, folder)).allMatch(Files::exists);
    }

    @Test
    void shouldRemovePacksOfTheCommonFolderWhenSourceIsALinkedWorkTree() throws Exception {
        // given
        GitCommand.run(source.folder(), "worktree", "add", "-q", "-b", "side", "../linked");
        Path left = rest(source.folder().resolve(".git/objects/incoming_12.pack"));

        // when
        try (BareClone linked =
                BareClone.at(temp.resolve("c1"), Access.to(RepositoryAddress.parse("" + temp.resolve("linked"))))) {
            linked.fetch(null);
            linked.publisher().clearLeft("refs/heads/side");
        }

        // then
        assertThat(left).doesNotExist();
    }

    @Test
    void shouldLeaveWhatLiesBehindALinkWhenPacksAreRemoved() throws Exception {
        // given
        Path objects = source.folder().resolve(".git/objects");
        Path elsewhere = Files.move(objects, temp.resolve("elsewhere"));
        Files.createSymbolicLink(objects, elsewhere);
        Path left = rest(elsewhere.resolve("incoming_12.pack"));

        // when
        clone.publisher().clearLeft("refs/heads/main");

        // then
        assertThat(left).exists();
    }

    private static Path rest(Path file) throws Exception {
        Files.writeString(file, "half");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    }

    private Path leftLock(String content, Duration age) throws Exception {
        Path lock = source.folder().resolve(".git/refs/heads/main.lock");
        Files.writeString(lock, content + "\n");
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(age)));
        return lock;
    }

    private String commit(String path, String content) {
        try (TreeEdit edit = clone.publisher().edit(base)) {
            edit.replace(path, content.getBytes(StandardCharsets.UTF_8));
            return edit.commit(PRUNER, PRUNER, "Tend the garden\n\nGarden-Cycle: beds/2026-03-02\n");
        }
    }
}
