package org.graphgarden.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask, and whom to believe. */
class RegistryAccessTest {

    private static final String PASSWORD = "top-secret";

    private final ScriptedPacer pacer = new ScriptedPacer();
    private final Path folder;

    RegistryAccessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldSendNameAndPassword() throws Exception {
        try (RegistryServer server = RegistryServer.start()) {
            // given
            server.demand("Basic Z2FyZGVuZXI6dG9wLXNlY3JldA==");
            Credentials right = new Credentials.Basic("gardener", () -> PASSWORD);

            // then
            assertThat(client(server.url(), right, Optional.empty()).latest("a-value"))
                    .isEmpty();
        }
    }

    @Test
    void shouldSendTheTokenThatCountsNow() throws Exception {
        try (RegistryServer server = RegistryServer.start()) {
            // given
            StringBuilder token = new StringBuilder("old");
            HttpSchemaRegistry registry =
                    client(server.url(), new Credentials.Bearer(token::toString), Optional.empty());
            server.demand("Bearer old");
            registry.latest("a-value");

            // when
            token.replace(0, 3, "new");
            server.demand("Bearer new");

            // then
            assertThat(registry.latest("a-value")).isEmpty();
        }
    }

    @Test
    void shouldTakeCredentialsFromKafkasSettings() throws Exception {
        try (RegistryServer server = RegistryServer.start()) {
            // given
            String url = server.url().toString();
            Map<String, Object> basic = ClientSettings.of(new Credentials.Basic("gardener", () -> PASSWORD));
            Map<String, Object> bearer = ClientSettings.of(new Credentials.Bearer(() -> "token"));
            basic.put(AvroSerde.REGISTRY_URL, url);
            bearer.put(AvroSerde.REGISTRY_URL, url);

            // then
            server.demand("Basic Z2FyZGVuZXI6dG9wLXNlY3JldA==");
            assertThat(ClientSettings.registry(basic).latest("a-value")).isEmpty();
            server.demand("Bearer token");
            assertThat(ClientSettings.registry(bearer).latest("a-value")).isEmpty();
            assertThatThrownBy(() -> ClientSettings.registry(
                            Map.of(AvroSerde.REGISTRY_URL, url, "basic.auth.user.info", PASSWORD)))
                    .hasMessageContaining("basic.auth.user.info")
                    .message()
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void shouldSayWhatToMendWithoutTheSecretWhenRefused() throws Exception {
        try (RegistryServer server = RegistryServer.start()) {
            // given
            server.demand("Basic other");
            Credentials wrong = new Credentials.Basic("gardener", () -> PASSWORD);

            // then
            assertThatThrownBy(
                            () -> client(server.url(), wrong, Optional.empty()).latest("a-value"))
                    .isExactlyInstanceOf(SchemaRegistryException.class)
                    .hasMessageContainingAll("a-value", "401", "schema-registry.password")
                    .message()
                    .doesNotContain(PASSWORD);
            assertThat(wrong.toString()).doesNotContain(PASSWORD);
            assertThat(pacer.pauses).isEmpty();
        }
    }

    @Test
    void shouldNotTellATokenThatCannotBeSent() {
        Credentials broken = new Credentials.Bearer(() -> PASSWORD + "\n");
        assertThatThrownBy(() -> client(URI.create("http://localhost:1"), broken, Optional.empty())
                        .latest("a-value"))
                .hasMessageContaining("schema-registry.token")
                .message()
                .doesNotContain(PASSWORD);
    }

    @Test
    void shouldBelieveTheTrustStoreOnly() throws Exception {
        // given a server with a certificate of its own making
        Path keys = keyStore();
        try (RegistryServer server = RegistryServer.startTls(context(keys))) {
            TrustStore pem = new TrustStore(certificate(keys), TrustStore.Type.PEM, Optional::<String>empty);
            TrustStore pkcs12 = new TrustStore(keys, TrustStore.Type.PKCS12, () -> Optional.of(PASSWORD));

            // then
            assertThat(client(server.url(), pem).latest("a-value")).isEmpty();
            assertThat(client(server.url(), pkcs12).latest("a-value")).isEmpty();
            assertThatThrownBy(() -> client(server.url(), new Credentials.Anonymous(), Optional.empty())
                            .latest("a-value"))
                    .isInstanceOf(SchemaRegistryUnavailableException.class)
                    .hasMessageContainingAll("schema-registry.truststore");
            assertThat(pacer.pauses).as("waiting would not help").isEmpty();
        }
    }

    @Test
    void shouldRefuseServersWithTheNameOfAnother() throws Exception {
        // given
        Path keys = keyStore();
        TrustStore pem = new TrustStore(certificate(keys), TrustStore.Type.PEM, Optional::<String>empty);
        try (RegistryServer server = RegistryServer.startTls(context(keys))) {
            URI other = URI.create("https://127.0.0.1:" + server.port() + "/api");

            // then
            assertThatThrownBy(() -> client(other, pem).latest("a-value"))
                    .isInstanceOf(SchemaRegistryUnavailableException.class);
        }
    }

    @Test
    void shouldSayWhichTrustStoreCannotBeRead() throws Exception {
        // given
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        TrustStore missing =
                new TrustStore(folder.resolve("none.p12"), TrustStore.Type.PKCS12, Optional::<String>empty);

        // then
        assertThatThrownBy(missing::context)
                .hasMessageContainingAll("none.p12", "PKCS12", "schema-registry.truststore");
        assertThatThrownBy(() -> new TrustStore(empty, TrustStore.Type.PEM, Optional::<String>empty).context())
                .hasMessageContainingAll("empty.pem", "no certificate");
    }

    @Test
    void shouldRefuseAddressesThatHoldPasswords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryUrls.parse("http://a:8081,https://gardener:" + PASSWORD + "@b"))
                .withMessageContaining("schema-registry.username")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PASSWORD));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryUrls.parse("http://a b:" + PASSWORD + "@c"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PASSWORD));
    }

    @Test
    void shouldReadAddresses() {
        assertThat(RegistryUrls.parse("http://a:8081/, https://b/apis/ccompat/v7//"))
                .containsExactly(URI.create("http://a:8081"), URI.create("https://b/apis/ccompat/v7"));
        for (String wrong : List.of("", "http://a,", "ftp://a", "a:8081", "mock://", "http://a?x=1", "http:///x")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> RegistryUrls.parse(wrong));
        }
    }

    private HttpSchemaRegistry client(URI url, TrustStore trustStore) {
        return client(url, new Credentials.Anonymous(), Optional.of(trustStore));
    }

    private HttpSchemaRegistry client(URI url, Credentials credentials, Optional<TrustStore> trustStore) {
        return new HttpSchemaRegistry(
                new HttpRegistryOptions(
                        List.of(url), credentials, trustStore, Duration.ofSeconds(5), Duration.ofSeconds(1), true),
                pacer);
    }

    private Path keyStore() throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        // A trust store holds certificates; the server's own key is none.
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString(),
                "-file",
                certificate(store).toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "trusted",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString(),
                "-file",
                certificate(store).toString());
        return store;
    }

    private static Path certificate(Path store) {
        return store.resolveSibling("server.pem");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
