package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we sign, Git's own programs verify. */
class CommitSignerTest {
    private static final CommitIdent GARDENER =
            new CommitIdent("Gardener", "gardener@example.org", Instant.parse("2026-03-02T12:00:00Z"));

    private final Path temp;
    private final Path source;
    /** Of its own, for sockets of agents need a short path. */
    private final Path keyring;

    CommitSignerTest(@TempDir Path temp, @TempDir Path keyring) {
        this.temp = temp;
        this.keyring = keyring;
        this.source = temp.resolve("source");
    }

    @BeforeEach
    void makeRepository() throws Exception {
        Files.createDirectory(source);
        run(Map.of(), "git", "init", "-q", "-b", "main", source.toString());
        Files.writeString(source.resolve("a.md"), "a\n");
        run(Map.of(), "git", "-C", source.toString(), "add", "a.md");
        run(
                Map.of(),
                "git",
                "-C",
                source.toString(),
                "-c",
                "user.name=Ada",
                "-c",
                "user.email=ada@example.org",
                "commit",
                "-q",
                "-m",
                "First");
    }

    @AfterEach
    void endAgent() throws Exception {
        if (Files.exists(keyring.resolve("private-keys-v1.d"))) {
            run(gpgHome(), "gpgconf", "--kill", "gpg-agent");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a pass phrase"})
    void shouldSignWithAnSshKeySoThatGitVerifiesIt(String passphrase) throws Exception {
        // given
        Path key = sshKey(passphrase);
        Path allowed = Files.writeString(
                temp.resolve("allowed"), "gardener@example.org " + Files.readString(temp.resolve("key.pub")));
        // when
        String commit = commit(CommitSigner.ssh(key, () -> passphrase));
        // then
        String said = run(
                Map.of(),
                "git",
                "-C",
                source.toString(),
                "-c",
                "gpg.ssh.allowedSignersFile=" + allowed,
                "verify-commit",
                commit);
        assertThat(said).contains("Good \"git\" signature for gardener@example.org");
    }

    @Test
    void shouldTellAWrongPassphraseOrFileAtOnceWithoutRepeatingIt() throws Exception {
        // given
        Path key = sshKey("right");
        Path text = Files.writeString(temp.resolve("text"), "no key\n");
        // when, then
        assertThatThrownBy(() -> CommitSigner.ssh(key, () -> "wr0ng").check())
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(key.toString())
                .hasMessageContaining("passphrase")
                .message()
                .doesNotContain("wr0ng");
        assertThatThrownBy(() -> CommitSigner.ssh(text, () -> "").check()).isInstanceOf(SigningException.class);
        assertThatThrownBy(
                        () -> CommitSigner.ssh(temp.resolve("none"), () -> "").check())
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void shouldSignWithOpenPgpSoThatGitVerifiesIt() throws Exception {
        // given
        Map<String, String> home = gpgHome();
        String key = gpgKey(home, "open sesame");
        String program = wrapper(home);
        // when
        String commit = commit(CommitSigner.openPgp(program, key, () -> "open sesame"));
        // then
        assertThat(run(home, "git", "-C", source.toString(), "verify-commit", commit))
                .contains("Good signature from \"Gardener <gardener@example.org>\"");
        assertThatThrownBy(() -> CommitSigner.openPgp(program, "0123456789ABCDEF", () -> "")
                        .check())
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("0123456789ABCDEF")
                .hasMessageContaining("No secret key");
        run(home, "gpgconf", "--kill", "gpg-agent");
        assertThatThrownBy(
                        () -> CommitSigner.openPgp(program, key, () -> "wr0ng").check())
                .isInstanceOf(SigningException.class)
                .message()
                .contains("passphrase")
                .doesNotContain("wr0ng");
    }

    @Test
    void shouldSayThatTheProgramIsMissing() {
        assertThatThrownBy(() -> CommitSigner.openPgp("no-such-gpg", "0123456789ABCDEF", () -> "")
                        .check())
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("install GnuPG");
        assertThatThrownBy(() -> CommitSigner.openPgp("gpg", "--output", () -> ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a pass phrase"})
    void shouldGiveUpWhenTheProgramWaitsForSomebody(String passphrase) throws Exception {
        // given: a child of it holds its output open, and neither reads
        Path script = Files.writeString(temp.resolve("gpg-that-waits"), "#!/bin/sh\nsleep 60 &\nsleep 60\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        CommitSigner signer =
                new GpgCommitSigner(script.toString(), "0123456789ABCDEF", () -> passphrase, Duration.ofMillis(300));
        // when, then
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> signer.sign(new byte[1 << 20]))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("prune.signing-passphrase"));
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
                .noneMatch(info -> info.commandLine().orElse("").contains("sleep 60"));
    }

    private String commit(CommitSigner signer) throws Exception {
        try (BareClone clone =
                BareClone.at(temp.resolve("clone"), Access.to(RepositoryAddress.parse(source.toString())))) {
            FetchOutcome.Head head = (FetchOutcome.Head) clone.fetch(null);
            try (TreeEdit edit = clone.publisher().edit(head.commit())) {
                edit.replace("a.md", "b\n".getBytes(StandardCharsets.UTF_8));
                String commit = edit.commit(GARDENER, GARDENER, "Tend\n\nGarden-Cycle: beds/1\n", signer);
                assertThat(clone.publisher().push("graph-garden/1", commit, null))
                        .isInstanceOf(PushOutcome.Accepted.class);
                return commit;
            }
        }
    }

    private Path sshKey(String passphrase) throws Exception {
        Path key = temp.resolve("key");
        run(Map.of(), "ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "garden", "-f", key.toString());
        return key;
    }

    private Map<String, String> gpgHome() {
        return Map.of("GNUPGHOME", keyring.toString());
    }

    private static String gpgKey(Map<String, String> home, String passphrase) throws Exception {
        run(
                home,
                "gpg",
                "--batch",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                passphrase,
                "--quick-generate-key",
                "Gardener <gardener@example.org>",
                "ed25519",
                "sign",
                "never");
        return run(home, "gpg", "--list-secret-keys", "--with-colons")
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .findFirst()
                .orElseThrow();
    }

    /** The program with the keyring of the test. */
    private String wrapper(Map<String, String> home) throws IOException {
        Path script = Files.writeString(
                temp.resolve("gpg-of-test"), "#!/bin/sh\nGNUPGHOME=" + home.get("GNUPGHOME") + " exec gpg \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    /** Runs a program; skips the test where it is not installed. */
    private static String run(Map<String, String> variables, String... line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(line)).redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            assumeThat(false).as(line[0] + " is not installed").isTrue();
            throw e;
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
