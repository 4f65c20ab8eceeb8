package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garden feedback} with Git's own repositories, and nothing else running. */
class FeedbackCommandTest extends CommandBed {
    private static final String LINK = "    - target: sage\n      type: complementary\n      confidence: 0.91\n";
    private static final String ENTITY =
            "    - id: sun\n      type: concept\n      label: \"Sun\"\n      relevance: 0.8\n";

    FeedbackCommandTest(@TempDir Path temp) throws Exception {
        super(temp);
    }

    /** The garden planted a link and an entity; a steward took both out. */
    @BeforeEach
    void disagree() throws Exception {
        write("sage", "");
        write("mint", "");
        commit("Plant mint and sage");
        write("mint", "graph_garden:\n  entities:\n" + ENTITY + "  inferred_links:\n" + LINK);
        commit("Tend 1 pattern\n\nGarden-Cycle: beds/2026-03-01");
        write("mint", "graph_garden:\n  entities: []\n  inferred_links: []\n");
        commit("Take out what is wrong");
        push("main");
    }

    @Test
    void shouldListWhatTheHistorySays() throws Exception {
        // when
        int code = garden("feedback", "list", hosted.folder().toString());
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
        int code = garden("feedback", "list", hosted.folder().toString(), "--json");
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
        int code = garden("feedback", "forget", hosted.folder().toString(), "mint", "link", "sage");
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("mint link sage", "rejected by Ada", "on main");
        assertThat(RealGit.git(hosted.folder(), "rev-parse", "main^")).isEqualTo(before);
        assertThat(RealGit.git(hosted.folder(), "diff", before, "main")).isEmpty();
        assertThat(RealGit.git(hosted.folder(), "log", "-1", "--format=%an%n%B", "main"))
                .startsWith("Graph Garden\n")
                .contains("\n\nGarden-Forget: mint link sage");
        assertThat(garden("feedback", "list", hosted.folder().toString())).isZero();
        assertThat(out.toString())
                .doesNotContainPattern("link +sage +rejected")
                .containsPattern("entity +sun +rejected");
    }

    @Test
    void shouldSayThatNothingWasSaidOfAnEntry() {
        // when
        int code = garden("feedback", "forget", hosted.folder().toString(), "mint", "link", "thyme");
        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("mint link thyme").contains("garden feedback list");
    }

    @Test
    void shouldPrintTheLineForAnyCommitWhenTheBranchTakesNoPush() throws Exception {
        // given
        hosted.refusePushes("main is protected");
        String before = hosted.head();
        try (HttpGit http = new HttpGit(temp, "ada", "secret")) {
            // when
            int code = garden(
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
        assertThat(garden("feedback")).isEqualTo(2);
        assertThat(garden("feedback", "forget", "beds", "mint", "leaf", "x")).isEqualTo(2);
        assertThat(garden("feedback", "forget", "beds", "mint", "link")).isEqualTo(2);
        assertThat(garden("feedback", "forget", "beds", "mint", "section", "x")).isEqualTo(2);
        assertThat(garden("feedback", "list", "ftp://somewhere")).isEqualTo(2);
        assertThat(garden("feedback", "list", temp.resolve("nowhere").toString()))
                .isEqualTo(3);
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
}
