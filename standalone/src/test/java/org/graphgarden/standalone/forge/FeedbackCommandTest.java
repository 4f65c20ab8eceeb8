package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.graphgarden.standalone.cli.GardenCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garden feedback} with Git's own repositories, and nothing else running. */
class FeedbackCommandTest {
    private static final String LINK = "    - target: sage\n      type: complementary\n      confidence: 0.91\n";
    private static final String ENTITY =
            "    - id: sun\n      type: concept\n      label: \"Sun\"\n      relevance: 0.8\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path temp;
    private final Path work;
    private final Hosted hosted;

    FeedbackCommandTest(@TempDir Path temp) throws Exception {
        RealGit.require("git");
        this.temp = temp;
        work = Files.createDirectory(temp.resolve("work"));
        hosted = new Hosted(temp.resolve("beds.git"));
    }

    /** The garden planted a link and an entity; a steward took both out. */
    @BeforeEach
    void disagree() throws Exception {
        RealGit.git(work, "init", "-q", "-b", "main");
        RealGit.git(work, "config", "user.name", "Ada");
        RealGit.git(work, "config", "user.email", "ada@example.org");
        write("sage", "");
        write("mint", "");
        commit("Plant mint and sage");
        write("mint", "graph_garden:\n  entities:\n" + ENTITY + "  inferred_links:\n" + LINK);
        commit("Tend 1 pattern\n\nGarden-Cycle: beds/2026-03-01");
        write("mint", "graph_garden:\n  entities: []\n  inferred_links: []\n");
        commit("Take out what is wrong");
        RealGit.git(work, "push", "-q", hosted.folder().toString(), "main");
    }

    @Test
    void shouldListWhatTheHistorySays() throws Exception {
        // when
        int code = run("feedback", "list", hosted.folder().toString());
        // then
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("mint +entity +sun +rejected +\\S+ +Ada")
                .containsPattern("mint +link +sage +rejected +0\\.91 +Ada")
                .contains(hosted.head().substring(0, 12));
    }

    @Test
    void shouldListForMachines() {
        // when
        int code = run("feedback", "list", hosted.folder().toString(), "--json");
        // then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("\"kind\" : \"link\"", "\"verdict\" : \"rejected\"", "\"confidence\" : 0.91");
    }

    @Test
    void shouldForgetByACommitThatChangesNoFile() throws Exception {
        // given
        String before = hosted.head();
        // when
        int code = run("feedback", "forget", hosted.folder().toString(), "mint", "link", "sage");
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("mint link sage", "rejected by Ada", "on main");
        assertThat(RealGit.git(hosted.folder(), "rev-parse", "main^")).isEqualTo(before);
        assertThat(RealGit.git(hosted.folder(), "diff", before, "main")).isEmpty();
        assertThat(RealGit.git(hosted.folder(), "log", "-1", "--format=%an%n%B", "main"))
                .startsWith("Graph Garden\n")
                .contains("\n\nGarden-Forget: mint link sage");
        assertThat(run("feedback", "list", hosted.folder().toString())).isZero();
        assertThat(out.toString())
                .doesNotContainPattern("link +sage +rejected")
                .containsPattern("entity +sun +rejected");
    }

    @Test
    void shouldSayThatNothingWasSaidOfAnEntry() {
        // when
        int code = run("feedback", "forget", hosted.folder().toString(), "mint", "link", "thyme");
        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("mint link thyme").contains("garden feedback list");
    }

    @Test
    void shouldPrintTheLineForAnyCommitWhenTheBranchTakesNoPush() throws Exception {
        // given
        Path hook = hosted.folder().resolve("hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho 'main is protected' >&2\nexit 1\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        String before = hosted.head();
        try (HttpGit http = new HttpGit(temp, "ada", "secret")) {
            // when
            int code = run(
                    "feedback",
                    "forget",
                    "beds",
                    "mint",
                    "entity",
                    "sun",
                    "--config",
                    configuration(http).toString());
            // then
            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains("main of beds", "Garden-Forget: mint entity sun")
                    .doesNotContain("secret");
            assertThat(hosted.head()).isEqualTo(before);
        }
    }

    @Test
    void shouldSayWhatIsWrongWithTheCommandLine() {
        assertThat(run("feedback")).isEqualTo(2);
        assertThat(run("feedback", "forget", "beds", "mint", "leaf", "x")).isEqualTo(2);
        assertThat(run("feedback", "forget", "beds", "mint", "link")).isEqualTo(2);
        assertThat(run("feedback", "forget", "beds", "mint", "section", "x")).isEqualTo(2);
        assertThat(run("feedback", "list", "ftp://somewhere")).isEqualTo(2);
        assertThat(run("feedback", "list", temp.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(err.toString().lines())
                .hasSize(6)
                .satisfiesExactly(
                        line -> assertThat(line).contains("either list or forget"),
                        line -> assertThat(line)
                                .contains("'leaf' is not known; use one of entity, community, link, section"),
                        line -> assertThat(line).contains("the id is missing"),
                        line -> assertThat(line).contains("a section has no id"),
                        line -> assertThat(line).contains("neither a configured garden nor the address"),
                        line -> assertThat(line).contains("there is no folder"));
    }

    private Path configuration(HttpGit http) throws IOException {
        Path password = Files.writeString(temp.resolve("password"), "secret\n");
        return Files.writeString(temp.resolve("garden.yaml"), """
                gardens:
                  beds:
                    repositories:
                      beds:
                        url: %s
                        username: ada
                        password: ${file:%s}
                """.formatted(http.address("beds.git"), password));
    }

    private void write(String slug, String section) throws IOException {
        Files.writeString(
                work.resolve(slug + ".md"),
                "---\nslug: " + slug + "\ntitle: " + slug + "\n" + section + "---\nText.\n");
    }

    private void commit(String message) throws Exception {
        RealGit.git(work, "add", "-A");
        RealGit.git(work, "commit", "-q", "-m", message);
    }

    private int run(String... line) {
        out.getBuffer().setLength(0);
        return new GardenCommand(new PrintWriter(out, true), new PrintWriter(err, true)).execute(line);
    }
}
