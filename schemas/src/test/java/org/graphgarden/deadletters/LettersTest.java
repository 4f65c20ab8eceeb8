package org.graphgarden.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.graphgarden.deadletters.ReasonCode.RECORD_UNREADABLE;
import static org.graphgarden.deadletters.ReasonCode.SLUG_TAKEN;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.SourceHeader;
import org.graphgarden.events.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00.123456Z");

    @Test
    void shouldKeepAllThatAReplayNeeds() {
        // given
        RecordHeaders headers = new RecordHeaders();
        headers.add("one", "1".getBytes(UTF_8)).add("two", null);
        byte[] value = {1, 2, 3};
        SourceRecord source = new SourceRecord("garden.pushes", 2, 17, "herbs/#beds".getBytes(UTF_8), value, headers);

        // when
        DeadLetter letter = Letters.of(RECORD_UNREADABLE, Stage.INGEST, "no Avro", source, NOW)
                .build();

        // then
        assertThat(letter.getGarden()).isEqualTo("herbs");
        assertThat(letter.getOriginal()).isEqualTo(ByteBuffer.wrap(value));
        assertThat(letter.getSourceKey()).isEqualTo(ByteBuffer.wrap("herbs/#beds".getBytes(UTF_8)));
        assertThat(letter.getSourceHeaders())
                .containsExactly(
                        new SourceHeader("one", ByteBuffer.wrap("1".getBytes(UTF_8))), new SourceHeader("two", null));
        assertThat(letter.getFailedAt()).isEqualTo(Instant.parse("2026-03-02T05:00:00.123Z"));
    }

    @Test
    void shouldKeepOnlyTheCoordinatesWhenTheRecordIsOverTheLimit() {
        // given
        byte[] value = new byte[Letters.MOST_ORIGINAL];

        // when
        DeadLetter letter = Letters.of(
                        RECORD_UNREADABLE,
                        Stage.GARDEN,
                        "no Avro",
                        new SourceRecord("garden.pushes-closed", 0, 5, null, value, new RecordHeaders()),
                        NOW)
                .build();

        // then
        assertThat(letter.getOriginal()).isNull();
        assertThat(letter.getOriginalSize()).isEqualTo(value.length);
        assertThat(letter.getSourceOffset()).isEqualTo(5);
        assertThat(letter.getGarden()).isEmpty();
    }

    @Test
    void shouldTellNoCredentialsAndNoNovels() {
        // when
        DeadLetter letter = Letters.of(
                        SLUG_TAKEN, Stage.INGEST, "https://me:secret@host/x said " + "no ".repeat(1000), NOW)
                .build();

        // then
        assertThat(letter.getMessage()).startsWith("https://host/x said no").hasSize(2000);
    }

    @Test
    void shouldRefuseACodeOfAnotherStage() {
        assertThatThrownBy(() -> Letters.of(SLUG_TAKEN, Stage.PRUNE, "", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SLUG_TAKEN");
    }

    @Test
    void shouldMarkWithoutTheBytes() {
        // given
        DeadLetter letter = Letters.of(SLUG_TAKEN, Stage.INGEST, "taken", NOW)
                .setOriginal(ByteBuffer.wrap(new byte[9]))
                .setPath("a.md")
                .build();

        // when
        DeadLetter mark = Letters.mark(letter, "1@4", NOW);

        // then
        assertThat(Letters.isMark(letter)).isFalse();
        assertThat(Letters.isMark(mark)).isTrue();
        assertThat(mark.getOriginal()).isNull();
        assertThat(mark.getPath()).isEqualTo("a.md");
        assertThat(mark.getReplayOf()).isEqualTo("1@4");
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void shouldSayWhatHappenedAndWhatToDo(ReasonCode code) {
        assertThat(code.meaning()).endsWith(".").doesNotContain("|");
        assertThat(code.remedy()).endsWith(".").doesNotContain("|");
        assertThat(code.stages()).isNotEmpty().doesNotContain(Stage.UNKNOWN);
        assertThat(ReasonCode.named(code.name())).contains(code);
    }
}
