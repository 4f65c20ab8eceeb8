package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseWordsTest {

    @Test
    void shouldLetNamesPass() {
        assertThat(List.of("compost", "family", "feed", "table", "planning", "gate"))
                .allMatch(PhraseWords::mayBeAlone);
        assertThat(List.of("raised", "common", "edible", "shared")).allMatch(PhraseWords::mayBegin);
    }

    @Test
    void shouldKeepOutWhatBelongsToSentences() {
        assertThat(List.of("quickly", "everyone", "cannot", "across", "12")).noneMatch(PhraseWords::mayStand);
        assertThat(List.of("provide", "ensure", "first", "day")).noneMatch(PhraseWords::mayBegin);
        assertThat(List.of("raised", "careful", "edible", "based")).noneMatch(PhraseWords::mayEnd);
        assertThat(List.of("providing", "ensuring")).noneMatch(PhraseWords::mayBeAlone);
    }

    @Test
    void shouldLetAParticipleJoinOthers() {
        assertThat(PhraseWords.mayJoin("based")).isTrue();
        assertThat(PhraseWords.mayJoin("provide")).isFalse();
    }
}
