package org.graphgarden.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.graphgarden.events.EntryFeedback;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Verdict;
import org.graphgarden.inference.garden.RandomGarden;
import org.graphgarden.inference.profile.ProfileBuilder;
import org.junit.jupiter.api.Test;

class DocumentProfilerTest {
    private static final EntryFeedback OPTED_OUT = new EntryFeedback(EntryKind.SECTION, "", Verdict.OPTED_OUT, null);

    private final Profiler profiler = new DocumentProfiler(new ProfileBuilder(RandomGarden.LETTERS));

    private PatternProfile profiled(String section, EntryFeedback... said) {
        PatternChange change = PatternChange.newBuilder()
                .setSlug("mint")
                .setContent(ByteBuffer.wrap(("---\nslug: mint\ntitle: Mint\n" + section + "---\n\nIt spreads.\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .setFeedback(List.of(said))
                .build();
        return Records.profiled(change, profiler.profile(change), "");
    }

    @Test
    void shouldOptOutWhenTheFileSaysSoThoughHistoryTellsOfNobodyWhoDidIt() {
        assertThat(profiled("graph_garden: false\n").getFeedback()).containsExactly(OPTED_OUT);
        assertThat(profiled("graph_garden: false\n", OPTED_OUT).getFeedback()).containsExactly(OPTED_OUT);
        assertThat(profiled("").getFeedback()).isEmpty();
        assertThat(Records.profile(profiled("graph_garden: false\n")).feedback().optedOut())
                .isTrue();
    }

    @Test
    void shouldTellWhereTheTextLeavesTheFileWhateverTheGardenSectionSays() {
        // given
        String front = "summary: 'Mint''s roots run.'\n";

        // when
        PatternProfile profile = profiled(front);
        PatternProfile tended = profiled(front + "graph_garden:\n  note: Mint's roots run.\n");

        // then
        assertThat(profile.getSeams()).isNotEmpty().isEqualTo(tended.getSeams());
        assertThat(Records.profile(profile).seams().spare(5, 5 + "Mint's ro".length()))
                .isFalse();
        assertThat(Records.profile(profile).seams().spare(5, 5 + "Mint".length()))
                .isTrue();
    }
}
