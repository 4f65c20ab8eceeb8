package org.graphgarden.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts and folders in trouble, made for real where a test can; ssh's own troubles are in {@link SshSourceTest}. */
class RemoteFailuresTest {

    private final Path temp;

    RemoteFailuresTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void shouldGiveEachTroubleOfAHostItsCode() throws Exception {
        assertThat(code("https://garden.invalid/beds.git")).isEqualTo(AccessCode.UNKNOWN_HOST);
        assertThat(code("ssh://garden.invalid/beds.git")).isEqualTo(AccessCode.UNKNOWN_HOST);
        assertThat(code("http://127.0.0.1:" + closedPort() + "/beds.git")).isEqualTo(AccessCode.UNREACHABLE);
        assertThat(code("ssh://127.0.0.1:" + closedPort() + "/beds.git")).isEqualTo(AccessCode.UNREACHABLE);
        assertThat(codeOf(ScriptedHost.status(401))).isEqualTo(AccessCode.AUTHENTICATION);
        assertThat(codeOf(ScriptedHost.status(403))).isEqualTo(AccessCode.FORBIDDEN);
        assertThat(codeOf(ScriptedHost.status(404))).isEqualTo(AccessCode.NOT_FOUND);
        assertThat(codeOf(ScriptedHost.status(429))).isEqualTo(AccessCode.HOST_BUSY);
        assertThat(codeOf(ScriptedHost.status(503))).isEqualTo(AccessCode.HOST_BUSY);
        assertThat(codeOf(ScriptedHost.page())).isEqualTo(AccessCode.NOT_A_REPOSITORY);
        assertThat(codeOf(ScriptedHost.corrupt())).isEqualTo(AccessCode.CORRUPT);
        assertThat(codeOf(ScriptedHost.silent())).isEqualTo(AccessCode.TIMEOUT);
    }

    @Test
    void shouldHideTheTokenWhenAHostRedirectsInCircles() throws Exception {
        try (ScriptedHost host = ScriptedHost.that(ScriptedHost.redirecting())) {
            // when
            AccessFailure failure = failure(host.address() + "/beds.git");

            // then
            assertThat(failure.code()).as(failure.message()).isEqualTo(AccessCode.REDIRECTED);
            assertThat(failure.toString()).doesNotContain("t0ken");
        }
    }

    @Test
    void shouldNotBelieveACertificateThatNobodySigned() throws Exception {
        try (ScriptedHost host = ScriptedHost.unbelieved(selfSigned())) {
            assertThat(code(host.address() + "/beds.git")).isEqualTo(AccessCode.TLS);
        }
    }

    @Test
    void shouldBlameTheStateFolderWhenTheCloneCannotBeWritten() throws Exception {
        // given
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        try (SourceRepository source = new SourceRepository(temp.resolve("beds"));
                BareClone clone = BareClone.at(file.resolve("clone"), Access.to(source.address()))) {
            source.write("a.md", "one").commit("first");

            // when, then
            assertThat(((FetchOutcome.Failed) clone.fetch(null)).failure().code())
                    .isEqualTo(AccessCode.STATE_UNWRITABLE);
        }
    }

    /** A full disk cannot be made without rights over the machine; these are the exceptions that one causes. */
    @Test
    void shouldTellAFullDiskFromOneThatCannotBeWritten() {
        IOException nio = new FileSystemException("objects/pack", null, "No space left on device");
        IOException wrapped = new TransportException("cannot fetch", new IOException("No space left on device"));
        assertThat(Failures.codeOf(nio)).isEqualTo(AccessCode.DISK_FULL);
        assertThat(Failures.codeOf(wrapped)).isEqualTo(AccessCode.DISK_FULL);
        assertThat(Failures.codeOf(new FileSystemException("objects", null, "Disk quota exceeded")))
                .isEqualTo(AccessCode.DISK_FULL);
        assertThat(Failures.codeOf(new FileSystemException("objects", null, "Read-only file system")))
                .isEqualTo(AccessCode.STATE_UNWRITABLE);
    }

    @Test
    void shouldNotTakeABrokenConnectionForABadCertificate() {
        // given
        SSLException ended = new SSLException("Remote host terminated the handshake", new EOFException("closed"));
        IOException reset =
                new TransportException("https://garden.example/beds.git", new SSLException("Connection reset"));

        // then
        assertThat(Failures.codeOf(ended)).isEqualTo(AccessCode.CONNECTION_LOST);
        assertThat(Failures.codeOf(reset)).isEqualTo(AccessCode.CONNECTION_LOST);
        assertThat(Failures.codeOf(new SocketException("Broken pipe"))).isEqualTo(AccessCode.CONNECTION_LOST);
        assertThat(Failures.codeOf(new SSLException("PKIX path building failed")))
                .isEqualTo(AccessCode.TLS);
    }

    @Test
    void shouldNotReadTheCodeOutOfAnAddressOrOfWhatTheHostSaysOfItself() {
        // given
        IOException busy = new TransportException("https://h.example/authentication-redirect.git: 503 Unavailable");
        IOException full = new TransportException("unpack failed; remote: fatal: no space left on device");

        // then
        assertThat(Failures.codeOf(busy)).isEqualTo(AccessCode.HOST_BUSY);
        assertThat(Failures.codeOf(full)).isNotEqualTo(AccessCode.DISK_FULL);
    }

    @Test
    void shouldTryAgainSoonOnlyWhenNobodyHasToMendAnything() {
        // given
        Set<AccessCode> passing = EnumSet.noneOf(AccessCode.class);
        for (AccessCode code : AccessCode.values()) {
            if (code.passing()) {
                passing.add(code);
            }
        }
        // then
        assertThat(passing)
                .containsExactlyInAnyOrder(
                        AccessCode.UNKNOWN_HOST,
                        AccessCode.UNREACHABLE,
                        AccessCode.CONNECTION_LOST,
                        AccessCode.TIMEOUT,
                        AccessCode.HOST_BUSY,
                        AccessCode.OTHER);
    }

    private AccessCode codeOf(ScriptedHost.Script script) throws IOException {
        try (ScriptedHost host = ScriptedHost.that(script)) {
            return code(host.address() + "/beds.git");
        }
    }

    private AccessCode code(String address) {
        return failure(address).code();
    }

    private AccessFailure failure(String address) {
        Access access = new Access(
                RepositoryAddress.parse(address),
                CredentialSource.fixed(new Credentials("ada", "s3cret")),
                SshSetup.USERS_OWN,
                Duration.ofSeconds(2));
        try (BareClone clone = BareClone.at(temp.resolve("clone"), access)) {
            FetchOutcome outcome = clone.fetch(null);
            assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
            AccessFailure failure = ((FetchOutcome.Failed) outcome).failure();
            assertThat(failure.toString()).doesNotContain("s3cret");
            return failure;
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path store = temp.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "host",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, new SecureRandom());
        return context;
    }
}
