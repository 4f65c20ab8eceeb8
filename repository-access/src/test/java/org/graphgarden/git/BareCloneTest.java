package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareCloneTest {

    private final Path temp;

    BareCloneTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldFindHeadAndBorrowObjectsWhenSourceIsLocal() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = clone(source.address())) {
            // given
            String commit = source.write("a.md", "one").commit("first");

            // when
            FetchOutcome outcome = clone.fetch(null);

            // then
            assertThat(outcome).isEqualTo(new FetchOutcome.Head("main", commit));
            assertThat(clone.tree(PathFilter.markdown()).list(commit))
                    .extracting(TreeFile::path)
                    .containsExactly("a.md");
            assertThat(files(temp.resolve("clone/objects"))).isEmpty();
        }
    }

    @Test
    void shouldFollowABranchThatIsNamedBelowWhatItWasNamedBefore() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = clone(source.address())) {
            // given
            String commit = source.write("a.md", "one").commit("first");
            source.git().branchCreate().setName("beds").call();
            clone.fetch("beds", BareClone.GARDEN_BRANCHES);

            // when
            source.git().branchDelete().setBranchNames("beds").setForce(true).call();
            source.git().branchCreate().setName("beds/north").call();
            FetchOutcome outcome = clone.fetch("beds/north", BareClone.GARDEN_BRANCHES);

            // then
            assertThat(outcome).isEqualTo(new FetchOutcome.Head("beds/north", commit));
            assertThat(clone.branchHead("beds/north")).isEqualTo(commit);
        }
    }

    @Test
    void shouldFollowBranchesWhenSourceMovesOn() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = clone(source.address())) {
            // given
            source.write("a.md", "one").commit("first");
            source.git().branchCreate().setName("old").call();
            clone.fetch(null);

            // when
            String second = source.write("a.md", "two").commit("second");
            source.git().branchDelete().setBranchNames("old").setForce(true).call();
            source.git().branchCreate().setName("new").call();
            FetchOutcome outcome = clone.fetch("new");

            // then
            assertThat(outcome).isEqualTo(new FetchOutcome.Head("new", second));
            assertThat(clone.branchHead("main")).isEqualTo(second);
            assertThat(clone.branchHead("old")).isNull();
        }
    }

    @Test
    void shouldFollowBranchesWhenAKilledProcessLeftItsLocks() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"))) {
            // given
            source.write("a.md", "one").commit("first");
            try (BareClone killed = clone(source.address())) {
                killed.fetch(null);
            }
            Path lock = temp.resolve("clone/refs/remotes/origin/main.lock");
            Path unfinished = temp.resolve("clone/objects/incoming_1.pack");
            Files.createFile(lock);
            Files.createFile(unfinished);
            String second = source.write("a.md", "two").commit("second");

            // when
            try (BareClone next = clone(source.address())) {
                next.fetch(null);

                // then
                assertThat(next.branchHead("main")).isEqualTo(second);
            }
            assertThat(lock).doesNotExist();
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void shouldReadSourceWhenItIsBareOrAttachedOrDetached() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"))) {
            String commit = source.write("a.md", "one").commit("first");
            Git.cloneRepository()
                    .setURI(source.folder().toString())
                    .setDirectory(temp.resolve("bare.git").toFile())
                    .setBare(true)
                    .call()
                    .close();
            try (BareClone bare = BareClone.at(temp.resolve("c1"), Access.to(address("bare.git")));
                    BareClone dotGit = BareClone.at(temp.resolve("c2"), Access.to(address("beds/.git")));
                    BareClone detached = BareClone.at(temp.resolve("c3"), Access.to(source.address()))) {
                // when, then
                assertThat(bare.fetch(null)).isEqualTo(new FetchOutcome.Head("main", commit));
                assertThat(dotGit.fetch(null)).isEqualTo(new FetchOutcome.Head("main", commit));
                source.git().checkout().setName(commit).call();
                assertThat(detached.fetch(null)).isEqualTo(new FetchOutcome.Head("", commit));
            }
        }
    }

    @Test
    void shouldReadSourceWhenItIsLinkedOrShallow() throws Exception {
        GitCommand.assumePresent();
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"))) {
            source.write("a.md", "one").commit("first");
            String second = source.write("a.md", "two").commit("second");
            GitCommand.run(source.folder(), "worktree", "add", "-b", "side", "../linked");
            GitCommand.run(
                    temp, "clone", "-q", "--depth", "1", source.folder().toUri().toString(), "shallow");
            try (BareClone linked = BareClone.at(temp.resolve("c1"), Access.to(address("linked")));
                    BareClone shallow = BareClone.at(temp.resolve("c2"), Access.to(address("shallow")))) {
                // when, then
                assertThat(linked.fetch(null)).isEqualTo(new FetchOutcome.Head("side", second));
                assertThat(shallow.fetch(null)).isEqualTo(new FetchOutcome.Head("main", second));
                assertThat(shallow.history().commits(second, null))
                        .singleElement()
                        .matches(CommitNote::cutOff);
            }
        }
    }

    @Test
    void shouldSayWhyAndLeaveNothingWhenSourceCannotBeRead() throws Exception {
        Files.createDirectory(temp.resolve("plain"));
        try (SourceRepository empty = new SourceRepository(temp.resolve("empty"))) {
            assertThat(code(address("absent"))).isEqualTo(AccessCode.UNREACHABLE);
            assertThat(code(address("plain"))).isEqualTo(AccessCode.NOT_A_REPOSITORY);
            assertThat(code(empty.address())).isEqualTo(AccessCode.EMPTY);
            assertThat(code(RepositoryAddress.parse("http://127.0.0.1:1/herbs")))
                    .isEqualTo(AccessCode.UNREACHABLE);
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsOnly("plain", "empty");
        }
    }

    @Test
    void shouldKeepWhatIsThereWhenBranchIsMissing() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = clone(source.address())) {
            String commit = source.write("a.md", "one").commit("first");
            clone.fetch(null);

            // when
            FetchOutcome outcome = clone.fetch("absent");

            // then
            assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> assertThat(
                            failed.failure().code())
                    .isEqualTo(AccessCode.BRANCH_MISSING));
            assertThat(clone.branchHead("main")).isEqualTo(commit);
        }
    }

    @Test
    void shouldCloneAnewWhenFolderBelongsToAnotherAddressOrIsHalfDone() throws Exception {
        try (SourceRepository one = new SourceRepository(temp.resolve("one"));
                SourceRepository two = new SourceRepository(temp.resolve("two"))) {
            // given
            one.write("a.md", "one").commit("first");
            String commit = two.write("b.md", "two").commit("other");
            try (BareClone clone = clone(one.address())) {
                clone.fetch(null);
            }
            Files.createDirectories(temp.resolve("clone.new-999999999-1/objects"));

            // when
            try (BareClone clone = clone(two.address())) {
                FetchOutcome outcome = clone.fetch(null);

                // then
                assertThat(outcome).isEqualTo(new FetchOutcome.Head("main", commit));
                assertThat(temp.resolve("clone.new-999999999-1")).doesNotExist();
            }
        }
    }

    private AccessCode code(RepositoryAddress address) {
        try (BareClone clone = clone(address)) {
            FetchOutcome outcome = clone.fetch(null);
            return outcome instanceof FetchOutcome.Failed failed
                    ? failed.failure().code()
                    : AccessCode.OTHER;
        }
    }

    private BareClone clone(RepositoryAddress address) {
        return BareClone.at(temp.resolve("clone"), Access.to(address));
    }

    private RepositoryAddress address(String folder) {
        return RepositoryAddress.parse(temp.resolve(folder).toString());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
