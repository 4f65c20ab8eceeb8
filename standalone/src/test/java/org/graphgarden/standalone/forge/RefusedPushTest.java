package org.graphgarden.standalone.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.graphgarden.pruner.cycle.CycleReport;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.PublishMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real server says when it takes no push reaches the operator, with what to do about it. */
class RefusedPushTest {
    private final ProposedBed bed;

    RefusedPushTest(@TempDir Path temp) throws Exception {
        RealGit.require("git");
        bed = new ProposedBed(temp);
        bed.publishing = bed.publishing.withMode(PublishMode.DIRECT);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GH006: Protected branch update failed for refs/heads/main.|publish by pull request",
                "GitLab: You are not allowed to push code to protected branches.|publish by pull request",
                "Your push would exceed the storage limit.|raise its quota",
                "GH013: Commits must have verified signatures.|prune.sign",
                "GitLab: Author not a member of team.|prune.author-email",
                "House rule 7: no weeds.|repository's own hook"
            })
    void shouldPassOnWhatAHookSays(String said, String remedy) throws Exception {
        // given
        bed.hook("echo '" + said + "' >&2; printf '\\033[31mred\\007\\n' >&2; exit 1");
        String head = bed.hosted.head();
        // when
        CycleReport report = bed.cycle("c1");
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.PUSH_REJECTED);
        assertThat(report.message())
                .contains(said, remedy)
                .doesNotContain("secret")
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(bed.hosted.head()).isEqualTo(head);
        bed.noHook();
        assertThat(bed.cycle("c2").outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void shouldSayThatTheAccountMayOnlyRead() throws Exception {
        // given
        RealGit.git(bed.hosted.folder(), "config", "http.receivepack", "false");
        // when
        CycleReport report = bed.cycle("c1");
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.message()).contains("FORBIDDEN", "right to").doesNotContain("secret");
        RealGit.git(bed.hosted.folder(), "config", "http.receivepack", "true");
        assertThat(bed.cycle("c2").outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void shouldGiveUpAtSomeTimeWhenTheBranchMovesBeforeEveryPush() throws Exception {
        // given
        bed.hook("unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n"
                + "new=$(git -c user.name=Bo -c user.email=bo@example.org commit-tree -m Move -p main 'main^{tree}')\n"
                + "git update-ref refs/heads/main $new\n");
        // when
        CycleReport report = bed.cycle("c1");
        // then
        assertThat(report.outcome()).isEqualTo(Outcome.PUSH_REJECTED);
        assertThat(report.message()).contains("given up after several attempts; the next cycle tries again");
        bed.noHook();
        assertThat(bed.cycle("c2").outcome()).isEqualTo(Outcome.PUBLISHED);
    }
}
