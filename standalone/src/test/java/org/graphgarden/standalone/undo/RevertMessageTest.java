package org.graphgarden.standalone.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.graphgarden.git.CommitNote;
import org.graphgarden.git.CommitStory;
import org.junit.jupiter.api.Test;

class RevertMessageTest {
    @Test
    void shouldNameNoFileWhenSomeAreLeftAlone() {
        // given
        String commit = "a".repeat(40);
        CommitNote note = new CommitNote(commit, "Ada", Instant.EPOCH, "beds/c1", false);
        CommitStory story = new CommitStory(note, List.of(), "Tend 2 patterns\n\nGarden-Cycle: beds/c1\n");
        // when
        String message = RevertMessage.of(List.of(story), 2);
        // then
        assertThat(message)
                .isEqualTo(
                        "Revert \"Tend 2 patterns\"\n\nThis reverts commit " + commit + ".\n\nLeft alone: 2 files\n");
    }
}
