package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garden show} with Git's own repositories, and nothing else running. */
class ShowCommandTest extends CommandBed {
    private static final String LINK =
            "graph_garden:\n  inferred_links:\n    - target: sage\n      type: complementary\n      confidence: 0.91\n";

    ShowCommandTest(@TempDir Path temp) throws Exception {
        super(temp);
    }

    @BeforeEach
    void write() throws Exception {
        write("mint", "mint", "");
        commit("Plant mint", "2026-01-10T12:00:00Z");
        write("mint", "mint", LINK);
        commit("Tend 1 pattern\n\nGarden-Cycle: beds/2026-02-01", "2026-02-01T05:00:00Z");
        RealGit.git(work, "mv", "mint.md", "peppermint.md");
        write("peppermint", "peppermint", "graph_garden: false\n");
        commit("Call it by its name", "2026-03-01T12:00:00Z");
    }

    @Test
    void shouldShowWhatStandsNow() {
        // when
        int code = garden("show", "peppermint", work.toString());
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "peppermint in peppermint.md", "written by Ada", "Call it by its name", "graph_garden: false");
    }

    @Test
    void shouldShowWhatStoodAtADateUnderTheSlugOfToday() {
        // when
        int code = garden("show", "peppermint", work.toString(), "--at", "2026-02-01");
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("mint in mint.md", "Tend 1 pattern", "cycle beds/2026-02-01", "    - target: sage");
    }

    @Test
    void shouldShowWhatStoodAtACommitUnderTheSlugOfThen() throws Exception {
        // given
        String first = RealGit.git(work, "rev-parse", "HEAD~2");
        // when
        int code = garden("show", "mint", work.toString(), "--at", first.substring(0, 9));
        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("no graph_garden section", "Plant mint");
    }

    @Test
    void shouldShowTheWholeFileAndNothingElse() throws Exception {
        // when
        garden("show", "peppermint", work.toString(), "--file");
        // then
        assertThat(out.toString()).isEqualTo(Files.readString(work.resolve("peppermint.md")));
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(garden("show", "pepermint", work.toString())).isEqualTo(2);
        assertThat(garden("show", "mint", work.toString(), "--at", "2025-12-31"))
                .isEqualTo(2);
        assertThat(garden("show", "mint", work.toString(), "--at", "yesterday")).isEqualTo(2);
        assertThat(garden("show", "mint", work.toString(), "--at", "0123456789"))
                .isEqualTo(2);
        assertThat(garden("show", "mint", work.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("did you mean peppermint"),
                        line -> assertThat(line).contains("before the first commit"),
                        line -> assertThat(line).contains("is neither a date"),
                        line -> assertThat(line).contains("holds no commit 0123456789"),
                        line -> assertThat(line).contains("there is no folder"));
    }

    private void write(String file, String slug, String more) throws Exception {
        Files.writeString(
                work.resolve(file + ".md"),
                "---\nid: herb-1\nslug: " + slug + "\ntitle: Mint\n" + more + "---\n\nA herb.\n");
    }

    private void commit(String message, String time) throws Exception {
        RealGit.git(work, "add", "-A");
        RealGit.Ended ended = RealGit.run(
                Map.of("GIT_COMMITTER_DATE", time, "GIT_AUTHOR_DATE", time),
                List.of("git", "-C", work.toString(), "commit", "-q", "-m", message));
        assertThat(ended.fine()).as(ended.output()).isTrue();
    }
}
