package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Git's own server over smart HTTP. */
class RemoteSourceTest {

    private static final CommitIdent PRUNER =
            new CommitIdent("Graph Garden", "garden@example.org", Instant.parse("2026-03-02T04:00:00Z"));

    private final Path temp;

    RemoteSourceTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @BeforeEach
    void needGit() throws Exception {
        GitCommand.assumePresent();
    }

    @Test
    void shouldFetchAndPushWhenServedOverHttp() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SmartHttp server = new SmartHttp(temp, "");
                BareClone clone = clone(server.address("beds/.git"), null)) {
            // given
            source.write("a.md", "one").commit("first");
            source.git().checkout().setCreateBranch(true).setName("trunk").call();
            String base = source.write("a.md", "two").commit("second");
            GitCommand.run(source.folder(), "config", "http.receivepack", "true");

            // when
            FetchOutcome outcome = clone.fetch(null);
            String commit;
            try (TreeEdit edit = clone.publisher().edit(base)) {
                edit.replace("a.md", "three".getBytes(StandardCharsets.UTF_8));
                commit = edit.commit(PRUNER, PRUNER, "Tend\n\nGarden-Cycle: beds/1\n");
            }
            PushOutcome pushed = clone.publisher().push("garden", commit, null);
            PushOutcome again = clone.publisher().push("garden", base, null);

            // then
            assertThat(outcome).isEqualTo(new FetchOutcome.Head("trunk", base));
            assertThat(pushed).isEqualTo(new PushOutcome.Accepted("garden", commit));
            assertThat(again).isInstanceOf(PushOutcome.Moved.class);
            assertThat(source.head("garden")).isEqualTo(commit);
            assertThat(source.head("trunk")).isEqualTo(base);
        }
    }

    @Test
    void shouldSayWhyWhenThereIsNothingOrNoAccess() throws Exception {
        try (SourceRepository empty = new SourceRepository(temp.resolve("empty"));
                SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SmartHttp open = new SmartHttp(temp, "");
                SmartHttp locked = new SmartHttp(temp, "ada:s3cret")) {
            String commit = source.write("a.md", "one").commit("first");

            // when, then
            assertThat(failure(open.address("absent.git"), null).code()).isEqualTo(AccessCode.NOT_FOUND);
            assertThat(failure(open.address("empty/.git"), null).code()).isEqualTo(AccessCode.EMPTY);
            assertThat(failure(locked.address("beds/.git"), null).code()).isEqualTo(AccessCode.AUTHENTICATION);
            AccessFailure wrong = failure(locked.address("beds/.git"), new Credentials("ada", "gue55ed"));
            assertThat(wrong.code()).isEqualTo(AccessCode.AUTHENTICATION);
            assertThat(wrong.message()).doesNotContain("gue55ed");
            try (BareClone clone = clone(locked.address("beds/.git"), new Credentials("ada", "s3cret"))) {
                assertThat(clone.fetch("main")).isEqualTo(new FetchOutcome.Head("main", commit));
            }
            assertThat(empty.head("main")).isEmpty();
        }
    }

    @Test
    void shouldTransferNothingWhenTheWantedBranchesStandAsTheyDid() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SmartHttp server = new SmartHttp(temp, "");
                BareClone clone = clone(server.address("beds/.git"), null)) {
            // given
            String first = source.write("a.md", "one").commit("first");
            GitCommand.run(source.folder(), "branch", "graph-garden/2026-03-02");
            clone.fetch(null, BareClone.GARDEN_BRANCHES);
            GitCommand.run(source.folder(), "checkout", "-q", "-b", "draft");
            source.write("b.md", "of no interest").commit("draft");
            GitCommand.run(source.folder(), "checkout", "-q", "main");
            int before = server.transfers();

            // when
            FetchOutcome unmoved = clone.fetch(null, BareClone.GARDEN_BRANCHES);
            int afterUnmoved = server.transfers();
            String second = source.write("a.md", "two").commit("second");
            GitCommand.run(source.folder(), "branch", "-m", "graph-garden/2026-03-02", "graph-garden/2026-03-09");
            FetchOutcome moved = clone.fetch(null, BareClone.GARDEN_BRANCHES);

            // then
            assertThat(unmoved).isEqualTo(new FetchOutcome.Head("main", first));
            assertThat(before).isEqualTo(1);
            assertThat(afterUnmoved).isEqualTo(before);
            assertThat(moved).isEqualTo(new FetchOutcome.Head("main", second));
            assertThat(server.transfers()).isEqualTo(before + 1);
            assertThat(clone.branchHead("draft")).isNull();
            assertThat(clone.branchHead("graph-garden/2026-03-02")).isNull();
            assertThat(clone.branchHead("graph-garden/2026-03-09")).isEqualTo(first);
        }
    }

    @Test
    void shouldFollowHeadOrSayThatTheBranchIsGoneWhenBranchesAreRenamed() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SmartHttp server = new SmartHttp(temp, "");
                BareClone clone = clone(server.address("beds/.git"), null)) {
            // given
            String first = source.write("a.md", "one").commit("first");
            clone.fetch(null);
            GitCommand.run(source.folder(), "branch", "-m", "main", "trunk");

            // when
            FetchOutcome followed = clone.fetch(null, BareClone.GARDEN_BRANCHES);
            FetchOutcome named = clone.fetch("main", BareClone.GARDEN_BRANCHES);
            GitCommand.run(source.folder(), "symbolic-ref", "HEAD", "refs/heads/nowhere");
            FetchOutcome nowhere = clone.fetch(null, BareClone.GARDEN_BRANCHES);

            // then
            assertThat(followed).isEqualTo(new FetchOutcome.Head("trunk", first));
            assertThat(code(named)).isEqualTo(AccessCode.BRANCH_MISSING);
            assertThat(code(nowhere)).isEqualTo(AccessCode.EMPTY);
            assertThat(clone.branchHead("trunk")).isEqualTo(first);
        }
    }

    @Test
    void shouldUseTheNewPasswordWhenItWasChangedMeanwhile() throws Exception {
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SmartHttp server = new SmartHttp(temp, "ada:new")) {
            // given
            String commit = source.write("a.md", "one").commit("first");
            Path file = Files.writeString(temp.resolve("token"), "old");
            Access access = new Access(
                    RepositoryAddress.parse(server.address("beds/.git")),
                    () -> new Credentials("ada", Files.readString(file)),
                    SshSetup.USERS_OWN,
                    Duration.ofSeconds(10));
            try (BareClone clone = BareClone.at(temp.resolve("clone"), access)) {

                // when
                FetchOutcome before = clone.fetch(null);
                Files.writeString(file, "new");
                FetchOutcome after = clone.fetch(null);

                // then
                assertThat(code(before)).isEqualTo(AccessCode.AUTHENTICATION);
                assertThat(after).isEqualTo(new FetchOutcome.Head("main", commit));
            }
        }
    }

    private static AccessCode code(FetchOutcome outcome) {
        return ((FetchOutcome.Failed) outcome).failure().code();
    }

    private AccessFailure failure(String address, @Nullable Credentials credentials) {
        try (BareClone clone = clone(address, credentials)) {
            FetchOutcome outcome = clone.fetch(null);
            assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
            return ((FetchOutcome.Failed) outcome).failure();
        }
    }

    private BareClone clone(String address, @Nullable Credentials credentials) {
        return BareClone.at(
                temp.resolve("clone"),
                new Access(
                        RepositoryAddress.parse(address),
                        CredentialSource.fixed(credentials),
                        SshSetup.USERS_OWN,
                        Duration.ofSeconds(10)));
    }
}
