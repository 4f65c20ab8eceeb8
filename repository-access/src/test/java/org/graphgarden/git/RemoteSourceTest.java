package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
            assertThat(failure(open.address("absent.git"), null).code()).isEqualTo(AccessCode.NOT_A_REPOSITORY);
            assertThat(failure(open.address("empty/.git"), null).code()).isEqualTo(AccessCode.BRANCH_MISSING);
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
                new Access(RepositoryAddress.parse(address), credentials, null, Duration.ofSeconds(10)));
    }
}
