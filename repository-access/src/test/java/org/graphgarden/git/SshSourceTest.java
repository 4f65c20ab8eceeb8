package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real ssh server that runs Git's own commands. */
class SshSourceTest {
    private static final CommitIdent PRUNER =
            new CommitIdent("Graph Garden", "garden@example.org", Instant.parse("2026-03-02T04:00:00Z"));

    private final Path temp;
    private final File home = FS.DETECTED.userHome();

    SshSourceTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @BeforeEach
    void moveHome() throws Exception {
        GitCommand.assumePresent();
        FS.DETECTED.setUserHome(Files.createDirectories(temp.resolve("home")).toFile());
    }

    @AfterEach
    void moveBack() {
        FS.DETECTED.setUserHome(home);
    }

    @Test
    void shouldFetchAndPushWithTheKeyWhenTheHostIsKnown() throws Exception {
        // given
        KeyPair pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SshServerAtHand server = new SshServerAtHand(pair.getPublic())) {
            String base = source.write("a.md", "one").commit("first");
            server.introduceTo(temp.resolve("home"));
            try (BareClone clone = clone(server.address(source.folder()), key("deploy", pair))) {
                // when
                FetchOutcome outcome = clone.fetch(null);
                String commit;
                try (TreeEdit edit = clone.publisher().edit(base)) {
                    edit.replace("a.md", "two".getBytes(StandardCharsets.UTF_8));
                    commit = edit.commit(PRUNER, PRUNER, "Tend\n\nGarden-Cycle: beds/1\n");
                }
                PushOutcome pushed = clone.publisher().push("garden", commit, null);
                // then
                assertThat(outcome).isEqualTo(new FetchOutcome.Head("main", base));
                assertThat(pushed).isEqualTo(new PushOutcome.Accepted("garden", commit));
                assertThat(source.head("garden")).isEqualTo(commit);
            }
        }
    }

    @Test
    void shouldRefuseWhenTheHostIsUnknownOrTheKeyIsNotAdmitted() throws Exception {
        // given
        KeyPair pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        KeyPair other = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SshServerAtHand server = new SshServerAtHand(pair.getPublic())) {
            source.write("a.md", "one").commit("first");
            String address = server.address(source.folder());
            // when, then
            AccessFailure unknown = failure(address, key("deploy", pair));
            assertThat(unknown.code()).as(unknown.message()).isEqualTo(AccessCode.HOST_KEY);
            server.introduceTo(temp.resolve("home"));
            assertThat(failure(address, key("other", other)).code()).isEqualTo(AccessCode.AUTHENTICATION);
            assertThat(failure(address + "-absent", key("deploy", pair)).code()).isEqualTo(AccessCode.NOT_FOUND);
        }
    }

    @Test
    void shouldKnowTheHostByTheFileThatIsGivenAndRefuseItWithAnotherKey() throws Exception {
        // given
        KeyPair pair = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                SshServerAtHand server = new SshServerAtHand(pair.getPublic())) {
            String commit = source.write("a.md", "one").commit("first");
            server.introduceTo(temp.resolve("elsewhere"));
            Path known = temp.resolve("elsewhere/.ssh/known_hosts");
            SshSetup setup = new SshSetup(key("deploy", pair), known);
            Access access = new Access(
                    RepositoryAddress.parse(server.address(source.folder())),
                    CredentialSource.NONE,
                    setup,
                    Duration.ofSeconds(20));
            try (BareClone clone = BareClone.at(temp.resolve("clone"), access)) {

                // when
                FetchOutcome right = clone.fetch(null);
                String line = Files.readString(known);
                Files.writeString(
                        known,
                        line.substring(0, line.indexOf(' ') + 1) + PublicKeyEntry.toString(pair.getPublic()) + "\n");
                FetchOutcome wrong = clone.fetch(null);

                // then
                assertThat(right).isEqualTo(new FetchOutcome.Head("main", commit));
                assertThat(wrong).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> assertThat(
                                failed.failure().code())
                        .isEqualTo(AccessCode.HOST_KEY));
                assertThat(clone.branchHead("main")).isEqualTo(commit);
            }
        }
    }

    private Path key(String name, KeyPair pair) throws Exception {
        Path file = temp.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", null, out);
        }
        return file;
    }

    private AccessFailure failure(String address, Path key) {
        try (BareClone clone = clone(address, key)) {
            FetchOutcome outcome = clone.fetch(null);
            assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
            return ((FetchOutcome.Failed) outcome).failure();
        }
    }

    private BareClone clone(String address, Path key) {
        return BareClone.at(
                temp.resolve("clone"),
                new Access(
                        RepositoryAddress.parse(address),
                        CredentialSource.NONE,
                        new SshSetup(key, null),
                        Duration.ofSeconds(20)));
    }
}
