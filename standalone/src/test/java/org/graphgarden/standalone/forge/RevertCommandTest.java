package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garden revert} and {@code garden prune history} with Git's own repositories, and nothing else running. */
class RevertCommandTest extends CommandBed {
    private static final String SAGE = "    - target: sage\n      type: complementary\n      confidence: 0.91\n";
    private static final String DILL = "    - target: dill\n      type: complementary\n      confidence: 0.72\n";
    private static final String SUN =
            "    - id: sun\n      type: concept\n      label: \"Sun\"\n      relevance: 0.8\n";

    RevertCommandTest(@TempDir Path temp) throws Exception {
        super(temp);
    }

    /** The cycle gave mint a section, and in thyme's planted sage and dropped dill. */
    @BeforeEach
    void tend() throws Exception {
        write("sage", "");
        write("mint", "");
        write("dill", "");
        write("thyme", section("2026-01-01", "", DILL));
        commit("Plant mint, sage and thyme");
        write("mint", section("2026-03-01", SUN, SAGE));
        write("thyme", section("2026-03-01", "", SAGE));
        commit("Tend 2 patterns: plant 2, drop 1 links\n\nGarden-Cycle: beds/2026-03-01");
    }

    @Test
    void shouldGiveOldBytesBackWhereNothingHappenedSince() throws Exception {
        // given
        write("sage", "summary: Grey leaves.\n");
        commit("Describe sage");
        push("main");
        String cycle = RealGit.git(work, "rev-parse", "HEAD^");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString(), "--author", "Bea");
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "is undone by", "on main", "2 files as it was", "1 entry put back, yours from now on (pinned)");
        assertThat(RealGit.git(hosted.folder(), "diff", "--stat", cycle + "^", "main", "--", "mint.md", "thyme.md"))
                .isEmpty();
        assertThat(RealGit.git(hosted.folder(), "log", "-1", "--format=%an%n%B", "main"))
                .startsWith("Bea\nRevert \"Tend 2 patterns: plant 2, drop 1 links\"\n")
                .contains("This reverts commit " + cycle + ".")
                .doesNotContain("Garden-Cycle");
        assertThat(garden("feedback", "list", hosted.folder().toString())).isZero();
        assertThat(out.toString())
                .containsPattern("mint +entity +sun +rejected +\\S+ +Bea")
                .containsPattern("mint +link +sage +rejected +0\\.91 +Bea")
                .containsPattern("thyme +link +sage +rejected")
                .containsPattern("thyme +link +dill +pinned")
                .doesNotContain("opted-out");
    }

    @Test
    void shouldHaveNothingToDoTheSecondTimeAndSayWhoDidIt() throws Exception {
        // given
        push("main");
        garden("revert", "2026-03-01", hosted.folder().toString());
        String head = hosted.head();
        // when
        int code = garden("revert", "beds/2026-03-01", hosted.folder().toString());
        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("was undone already by " + head.substring(0, 12));
        assertThat(hosted.head()).isEqualTo(head);
        assertThat(garden("prune", "history", hosted.folder().toString())).isZero();
        assertThat(out.toString()).containsPattern("2026-03-01 .* 2 +3 +1 .*reverted by " + head.substring(0, 12));
    }

    @Test
    void shouldUndoAgainWhatWasAppliedAgain() throws Exception {
        // given
        RealGit.git(work, "revert", "--no-edit", "HEAD");
        RealGit.git(work, "revert", "--no-edit", "HEAD");
        push("main");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString());
        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("is undone by");
        assertThat(shown("mint")).doesNotContain("graph_garden");
    }

    @Test
    void shouldLeaveWhatStewardsWroteSinceWhereLinesContradict() throws Exception {
        // given
        write(
                "mint",
                section("2026-03-01", SUN.replace("\"Sun\"", "\"Full Sun\""), SAGE.replace("0.91", "0.95"))
                        + "summary: Cool and green.\n");
        commit("Name the sun by its name, and be surer");
        write(
                "mint",
                section("2026-03-01", SUN.replace("\"Sun\"", "\"Full Sun\""), SAGE) + "summary: Cool and green.\n");
        commit("Be as sure as before");
        push("main");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString());
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(shown("mint"))
                .contains("Full Sun", "summary: Cool and green.")
                .doesNotContain("target: sage");
        assertThat(out.toString()).contains("1 file entry by entry", "1 file as it was");
    }

    @Test
    void shouldNameWhatCannotBeUndone() throws Exception {
        // given
        RealGit.git(work, "rm", "-q", "mint.md");
        write("thyme", "graph_garden: false\n");
        commit("Dig out the mint, leave thyme alone");
        push("main");
        String head = hosted.head();
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString());
        // then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "nothing of it is left",
                        "left alone: mint.md: the file is gone",
                        "left alone: thyme.md: its section was taken out since");
        assertThat(hosted.head()).isEqualTo(head);
    }

    @Test
    void shouldFindAFileThatMoved() throws Exception {
        // given
        Files.createDirectory(work.resolve("herbs"));
        RealGit.git(work, "mv", "mint.md", "herbs/mint.md");
        commit("Sort the herbs");
        push("main");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString());
        // then
        assertThat(code).isZero();
        assertThat(shown("herbs/mint")).doesNotContain("graph_garden");
    }

    @Test
    void shouldShowADiffAndWriteNothingWhenTried() throws Exception {
        // given
        push("main");
        String head = hosted.head();
        // when
        int code = garden("revert", head.substring(0, 10), hosted.folder().toString(), "--dry-run");
        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("--- a/mint.md", "-    - target: sage", "+    - target: dill");
        assertThat(hosted.head()).isEqualTo(head);
    }

    @Test
    void shouldOfferNearCyclesWhenNoneIsCalledSo() throws Exception {
        // given
        push("main");
        // when
        int code = garden("revert", "2026-03-02", hosted.folder().toString());
        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean 2026-03-01?");
    }

    @Test
    void shouldDeleteTheBranchOfACycleThatWasNeverMerged() throws Exception {
        // given
        RealGit.git(work, "push", "-q", hosted.folder().toString(), "HEAD^:refs/heads/main");
        RealGit.git(work, "config", "user.name", "Graph Garden");
        RealGit.git(work, "config", "user.email", "");
        RealGit.git(work, "commit", "-q", "--amend", "--no-edit");
        push("graph-garden/2026-03-01");
        // when
        int asked = garden("revert", "2026-03-01", hosted.folder().toString());
        int told = garden("revert", "2026-03-01", hosted.folder().toString(), "--delete-branch");
        // then
        assertThat(asked).isEqualTo(2);
        assertThat(told).isZero();
        assertThat(out.toString())
                .contains("never merged: it stands on graph-garden/2026-03-01 only", "--delete-branch", "is deleted");
        assertThat(RealGit.git(hosted.folder(), "branch", "--list", "graph-garden/*"))
                .isEmpty();
    }

    @Test
    void shouldLeaveABranchWithCommitsOfOthers() throws Exception {
        // given
        RealGit.git(work, "push", "-q", hosted.folder().toString(), "HEAD^:refs/heads/main");
        write("mint", section("2026-03-01", SUN, ""));
        commit("Not sage");
        push("graph-garden/2026-03-01");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString(), "--delete-branch");
        // then
        assertThat(code).isEqualTo(5);
        assertThat(out.toString()).contains("of Ada");
        assertThat(RealGit.git(hosted.folder(), "branch", "--list", "graph-garden/*"))
                .isNotEmpty();
    }

    @Test
    void shouldLeaveABranchWhoseCommitSomebodyAmended() throws Exception {
        // given: Ada committed what says that it is a cycle's
        RealGit.git(work, "push", "-q", hosted.folder().toString(), "HEAD^:refs/heads/main");
        push("graph-garden/2026-03-01");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString(), "--delete-branch");
        // then
        assertThat(code).isEqualTo(5);
        assertThat(out.toString()).contains("amended by somebody else");
        assertThat(RealGit.git(hosted.folder(), "branch", "--list", "graph-garden/*"))
                .isNotEmpty();
    }

    @Test
    void shouldBringCheckedOutFilesAlongAndRefuseWhenTheyHoldChanges() throws Exception {
        // when
        int code = garden("revert", "2026-03-01", work.toString());
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(RealGit.git(work, "status", "--porcelain")).isEmpty();
        assertThat(Files.readString(work.resolve("mint.md"))).doesNotContain("graph_garden");
        // given
        RealGit.git(work, "reset", "-q", "--hard", "HEAD^");
        Files.writeString(work.resolve("mint.md"), "not committed");
        // when
        int refused = garden("revert", "2026-03-01", work.toString());
        // then
        assertThat(refused).isEqualTo(1);
        assertThat(err.toString()).contains("commit or stash them");
    }

    @Test
    void shouldSayWhatToDoWhenTheBranchIsProtected() throws Exception {
        // given
        push("main");
        hosted.refusePushes("main is protected");
        try (HttpGit http = new HttpGit(temp, "ada", "secret")) {
            // when
            int code = garden(
                    "revert",
                    "2026-03-01",
                    "beds",
                    "--config",
                    configuration(http).toString());
            // then
            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains("main is protected", "git revert " + hosted.head().substring(0, 12), "open a request");
        }
    }

    @Test
    void shouldTellApartCyclesOfGardensThatShareARepository() throws Exception {
        // given
        write("sage", section("2026-03-01", "", DILL));
        commit("Tend 1 pattern: plant 1 links\n\nGarden-Cycle: herbs/2026-03-01");
        push("main");
        Path config = Files.writeString(temp.resolve("garden.yaml"), """
                gardens:
                  beds: {repositories: {beds: {url: %1$s}}}
                  herbs: {repositories: {beds: {url: %1$s}}}
                """.formatted(hosted.folder()));
        // when
        int unclear = garden("revert", "2026-03-01", hosted.folder().toString());
        int listed = garden("prune", "history", hosted.folder().toString());
        int undone = garden("revert", "2026-03-01", "beds", "--config", config.toString());
        // then
        assertThat(unclear).isEqualTo(2);
        assertThat(err.toString())
                .contains("beds/2026-03-01", "herbs/2026-03-01")
                .hasLineCount(1);
        assertThat(listed).isZero();
        assertThat(out.toString()).containsPattern("(?m)^beds/2026-03-01 ").containsPattern("(?m)^herbs/2026-03-01 ");
        assertThat(undone).isZero();
        assertThat(shown("mint")).doesNotContain("graph_garden");
        assertThat(shown("sage")).contains("target: dill");
    }

    @Test
    void shouldTakeAnAuthorAsGitWritesOneAndRefuseWhatIsNone() throws Exception {
        // given
        push("main");
        String library = hosted.folder().toString();
        // when
        int blank = garden("revert", "2026-03-01", library, "--author", "  ");
        int broken = garden("revert", "2026-03-01", library, "--author", "Ann <ann@example.org");
        int code = garden("revert", "2026-03-01", library, "--author", "Ann Lee <ann@example.org>");
        // then
        assertThat(blank).isEqualTo(2);
        assertThat(broken).isEqualTo(2);
        assertThat(err.toString()).contains("'Ann <ann@example.org'").hasLineCount(2);
        assertThat(code).isZero();
        assertThat(RealGit.git(hosted.folder(), "log", "-1", "--format=%an %ae %cn", "main"))
                .isEqualTo("Ann Lee ann@example.org Graph Garden");
    }

    @Test
    void shouldTellWhatWasDoneElsewhereWhenOneRepositoryTakesNoPush() throws Exception {
        // given
        Hosted open = new Hosted(temp.resolve("open.git"));
        RealGit.git(work, "push", "-q", open.folder().toString(), "HEAD:refs/heads/main");
        push("main");
        hosted.refusePushes("main is protected");
        try (HttpGit http = new HttpGit(temp, "ada", "secret")) {
            Path password = Files.writeString(temp.resolve("password"), "secret\n");
            Path config = Files.writeString(temp.resolve("garden.yaml"), """
                    gardens:
                      beds:
                        repositories:
                          open:
                            url: %s
                          closed:
                            url: %s
                            username: ada
                            password: ${file:%s}
                          gone:
                            url: %s
                    """.formatted(
                            open.folder(), http.address("beds.git"), password, temp.resolve("gone.git")));
            // when
            int code = garden("revert", "2026-03-01", "beds", "--config", config.toString());
            // then
            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .contains("2026-03-01 in open is undone by " + open.head().substring(0, 12));
            assertThat(err.toString())
                    .contains("in closed is not undone: ", "main is protected", "in gone is not undone: ");
        }
    }

    @Test
    void shouldNeedNoKeyForADryRunAndForHealthAndNameTheCommitterOtherwise() throws Exception {
        // given
        push("main");
        String garden = "gardens:\n  beds: {repositories: {beds: {url: " + hosted.folder() + "}}}\nprune:\n";
        Path signed = Files.writeString(
                temp.resolve("signed.yaml"), garden + "  sign: ssh\n  signing-key: " + temp.resolve("no-key") + "\n");
        Path named = Files.writeString(
                temp.resolve("named.yaml"), garden + "  committer-name: Bot\n  committer-email: bot@example.org\n");
        // when
        int tried = garden("revert", "2026-03-01", "beds", "--dry-run", "--config", signed.toString());
        int looked = garden("health", hosted.folder().toString(), "--config", signed.toString());
        int keyless = garden("revert", "2026-03-01", "beds", "--config", signed.toString());
        int done = garden("revert", "2026-03-01", "beds", "--config", named.toString());
        // then
        assertThat(tried).isZero();
        assertThat(looked).isZero();
        assertThat(keyless).isEqualTo(2);
        assertThat(err.toString()).contains("signing-key").hasLineCount(1);
        assertThat(done).isZero();
        assertThat(RealGit.git(hosted.folder(), "log", "-1", "--format=%an %cn %ce", "main"))
                .isEqualTo("Graph Garden Bot bot@example.org");
    }

    @Test
    void shouldNotPutBackWhatNoSectionShouldHoldAndSaySo() throws Exception {
        // given: links to nothing, to their own pattern, to what people relate since, one twice, and one that is fine
        String weed = DILL.replace("dill", "weed");
        String mint = DILL.replace("dill", "mint");
        write("basil", section("2026-03-01", "", weed + mint + SAGE + SAGE));
        write("rue", section("2026-03-01", SUN + SUN, DILL.replace("dill", "rue") + weed + mint + DILL));
        commit("Plant weeds");
        write("basil", section("2026-04-01", "", SAGE));
        write("rue", section("2026-04-01", SUN, ""));
        commit("Weed\n\nGarden-Cycle: beds/2026-04-01");
        write("mint", "relationships:\n  complementary: [rue, basil]\n");
        commit("Relate mint to rue and basil");
        push("main");
        // when
        int code = garden("revert", "2026-04-01", hosted.folder().toString());
        // then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(shown("rue"))
                .contains("target: dill", "last_pruned: 2026-03-01")
                .containsOnlyOnce("id: sun")
                .doesNotContain("weed", "target: rue", "target: mint");
        assertThat(shown("basil")).containsOnlyOnce("target: sage").doesNotContain("weed", "target: mint");
        assertThat(out.toString())
                .contains("2 files as it was, mended", "1 entry put back, yours from now on (pinned)")
                .contains("2 not put back: target-removed", "1 not put back: self-link", "1 not put back: duplicate\n")
                .contains("2 not put back: already-curated", "1 not put back: duplicate-id\n");
    }

    @Test
    void shouldPutBackALinkUnderTheNameThatItsTargetHasNow() throws Exception {
        // given
        RealGit.git(work, "mv", "dill.md", "anethum.md");
        write("anethum", "summary: Feathery leaves.\n");
        commit("Call dill by its botanical name");
        push("main");
        // when
        int code = garden("revert", "2026-03-01", hosted.folder().toString());
        // then
        assertThat(code).isZero();
        assertThat(shown("thyme")).contains("target: anethum").doesNotContain("target: dill");
    }

    @Test
    void shouldPutBackALinkIntoAnotherRepositoryOfTheGarden() throws Exception {
        // given
        RealGit.git(work, "rm", "-q", "dill.md");
        commit("Give dill to the other repository");
        push("main");
        Path config = Files.writeString(
                temp.resolve("garden.yaml"),
                "gardens:\n  beds: {repositories: {beds: {url: " + hosted.folder() + "}, herbs: {url: "
                        + new Hosted(temp.resolve("herbs.git")).folder() + "}}}\n");
        // when
        garden("revert", "2026-03-01", hosted.folder().toString(), "--config", config.toString());
        // then
        assertThat(shown("thyme")).contains("target: dill");
    }

    private String shown(String name) throws IOException, InterruptedException {
        return RealGit.git(hosted.folder(), "show", "main:" + name + ".md");
    }

    private static String section(String date, String entities, String links) {
        return "graph_garden:\n  last_pruned: " + date + "\n  entities:"
                + (entities.isEmpty() ? " []\n" : "\n" + entities) + "  inferred_links:"
                + (links.isEmpty() ? " []\n" : "\n" + links);
    }
}
