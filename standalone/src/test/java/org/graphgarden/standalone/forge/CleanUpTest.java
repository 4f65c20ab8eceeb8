package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.graphgarden.pruner.publish.CleanUp;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.PublishMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What older cycles leave behind, in a repository and in our clone of it. */
class CleanUpTest {
    private static final String FIRST = "graph-garden/2026-03-02";
    private static final String SECOND = "graph-garden/2026-03-03";

    private final ProposedBed bed;

    CleanUpTest(@TempDir Path temp) throws Exception {
        RealGit.require("git");
        bed = new ProposedBed(temp);
        bed.publishing = bed.publishing.withMode(PublishMode.BRANCH);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private void publish(String cycle) {
        assertThat(bed.cycle(cycle).outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void shouldDeleteAnOlderBranchOfItsOwn() throws Exception {
        publish("c1");
        bed.later(1);
        publish("c2");
        assertThat(bed.tip(FIRST)).isEmpty();
        assertThat(bed.tip(SECOND)).isNotEmpty();
    }

    @Test
    void shouldDeleteMergedBranchesOnlyWhenSoConfigured() throws Exception {
        // given
        bed.publishing = bed.publishing.cleaningUp(CleanUp.MERGED);
        publish("c1");
        bed.later(1);
        publish("c2");
        assertThat(bed.tip(FIRST)).isNotEmpty();
        // when
        bed.steward("fetch", "-q");
        bed.steward("merge", "-q", "--no-ff", "-m", "Merge", "origin/" + FIRST);
        bed.steward("push", "-q", "origin", "main");
        bed.later(60);
        publish("c3");
        // then
        assertThat(bed.tip(FIRST)).isEmpty();
        assertThat(bed.tip(SECOND)).isNotEmpty();
    }

    @Test
    void shouldDeleteNothingWhenSwitchedOff() throws Exception {
        bed.publishing = bed.publishing.cleaningUp(CleanUp.OFF);
        publish("c1");
        bed.later(1);
        publish("c2");
        assertThat(bed.tip(FIRST)).isNotEmpty();
    }

    @Test
    void shouldKeepABranchWithAStewardsCommitAndOneOfAnotherGarden() throws Exception {
        // given
        publish("c1");
        bed.steward("fetch", "-q");
        bed.steward("checkout", "-q", "-b", FIRST, "origin/" + FIRST);
        bed.push("Take one out");
        bed.steward("checkout", "-q", "-b", "graph-garden/other-1", "main");
        bed.push("Tend\n\nGarden-Cycle: other/c1");
        bed.steward("checkout", "-q", "main");
        String mine = bed.tip(FIRST);
        bed.later(1);
        // when
        publish("c2");
        // then
        assertThat(bed.tip(FIRST)).isEqualTo(mine);
        assertThat(bed.tip("graph-garden/other-1")).isNotEmpty();
    }

    @Test
    void shouldKeepABranchWhoseCommitAStewardAmended() throws Exception {
        // given
        publish("c1");
        bed.steward("fetch", "-q");
        bed.steward("checkout", "-q", "-b", FIRST, "origin/" + FIRST);
        bed.write("compost", "Turn scraps into earth.");
        bed.steward("commit", "-q", "-a", "--amend", "--no-edit");
        bed.steward("push", "-q", "--force", "origin", "HEAD");
        bed.steward("checkout", "-q", "main");
        String mine = bed.tip(FIRST);
        bed.later(1);
        // when
        publish("c2");
        // then
        assertThat(bed.tip(FIRST)).isEqualTo(mine);
        assertThat(bed.tip(SECOND)).isNotEmpty();
    }

    @Test
    void shouldKeepItsCloneFlatOverFiftyCycles() throws Exception {
        // given
        long after20 = 0;
        for (int i = 1; i <= 50; i++) {
            bed.write("rain-barrel", "Round " + i);
            bed.push("Round " + i);
            bed.later(1);
            publish("c" + i);
            if (i == 20) {
                after20 = size(bed.cloneFolder);
            }
        }
        // then
        long packs = packs();
        assertThat(packs).isLessThan(20);
        assertThat(RealGit.git(bed.cloneFolder, "count-objects", "-v")).contains("garbage: 0");
        assertThat(size(bed.cloneFolder)).isLessThan(2 * after20);
        assertThat(RealGit.git(bed.hosted.folder(), "for-each-ref", "refs/heads/graph-garden/")
                        .lines())
                .hasSize(1);
    }

    private long packs() throws IOException {
        try (Stream<Path> files = Files.list(bed.cloneFolder.resolve("objects/pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).count();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
