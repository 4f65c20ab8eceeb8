package org.graphgarden.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.graphgarden.events.Provider;
import org.graphgarden.events.PushNoticed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hook in {@code docs/examples}, run by Git for real pushes into a bare repository. */
class PostReceiveTest {

    private static final Path HOOK =
            Path.of("..", "docs", "examples", "post-receive").toAbsolutePath().normalize();

    private final Path folder;
    private final Path bare;
    private final Path clone;
    private final WebhookEdge edge;

    PostReceiveTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.bare = folder.resolve("library.git");
        this.clone = folder.resolve("clone");
        this.edge = new WebhookEdge(folder, Clock.systemUTC(), 1200, 60);
        run(folder, "git", "init", "-q", "--bare", "--initial-branch=main", bare.toString());
        Files.copy(HOOK, bare.resolve("hooks").resolve("post-receive"));
        run(folder, "git", "init", "-q", "--initial-branch=main", clone.toString());
        run(clone, "git", "remote", "add", "origin", bare.toString());
        set("hook", edge.address() + "/webhooks/generic");
        set("garden", "commons");
        set("repository", "by-hook");
        set("secretFile", secret(WebhookEdge.SECRET));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void shouldTellOfEachPush() throws Exception {
        // when
        String head = commit();
        assertThat(push("main")).doesNotContain("Graph Garden");

        // then
        PushNoticed notice = edge.noticed.get(0);
        assertThat(notice.getRepository()).isEqualTo("by-hook");
        assertThat(notice.getProvider()).isEqualTo(Provider.GENERIC);
        assertThat(notice.getRef()).isEqualTo("refs/heads/main");
        assertThat(notice.getBefore()).isEqualTo(RefMove.NOTHING);
        assertThat(notice.getAfter()).isEqualTo(head);
    }

    @Test
    void shouldHintOnceAtSeveralRefsWhateverTheirNames() throws Exception {
        commit();
        assertThat(push(
                        "main",
                        "HEAD:refs/heads/a\"quoted\"&$odd'name",
                        "HEAD:refs/heads/graph-garden/x",
                        "HEAD:refs/tags/v1"))
                .doesNotContain("Graph Garden");
        assertThat(edge.noticed)
                .extracting(PushNoticed::getRef)
                .singleElement()
                .isIn("refs/heads/main", "refs/heads/graph-garden/x");
    }

    /** Beside the length of a block, which is where the key is treated in another way. */
    @ParameterizedTest
    @ValueSource(ints = {16, 63, 64, 65, 200})
    void shouldSignWithSecretsOfAnyLength(int bytes) throws Exception {
        // given
        String secret = "%\\'\"$(x)`~! *".repeat(20).substring(0, bytes - 1) + "x";
        WebhookEdge listening = edge.withSecret(secret);
        secret(secret);
        try (listening) {
            set("hook", listening.address() + "/webhooks/generic");

            // when
            commit();

            // then
            assertThat(push("main")).doesNotContain("Graph Garden");
            assertThat(listening.noticed).hasSize(1);
        }
    }

    @Test
    void shouldLetThePushPassWhenNobodyListens() throws Exception {
        edge.close();
        commit();
        assertThat(push("main")).contains("Graph Garden could not be told");
        assertThat(run(bare, "git", "rev-parse", "main")).isNotBlank();
    }

    @Test
    void shouldSayWhatIsMissing() throws Exception {
        run(bare, "git", "config", "--unset", "graphgarden.garden");
        commit();
        assertThat(push("main")).contains("Graph Garden was not told");
        assertThat(edge.noticed).isEmpty();
    }

    private String commit() throws Exception {
        Files.writeString(clone.resolve("mint.md"), "---\nslug: mint\n---\n");
        run(clone, "git", "add", ".");
        run(clone, "git", "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "first");
        return run(clone, "git", "rev-parse", "HEAD").strip();
    }

    private String push(String... refs) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "push", "-q", "origin"));
        command.addAll(List.of(refs));
        return run(clone, command.toArray(String[]::new));
    }

    private void set(String key, String value) throws Exception {
        run(bare, "git", "config", "graphgarden." + key, value);
    }

    private String secret(String text) throws IOException {
        return Files.writeString(folder.resolve("hook-secret"), text + "\n").toString();
    }

    private static String run(Path where, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "GIT_CONFIG_GLOBAL", "/dev/null"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
