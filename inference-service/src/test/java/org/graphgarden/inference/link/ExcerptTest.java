package org.graphgarden.inference.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.graphgarden.inference.profile.Seams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final int LONGEST = 140;

    @Test
    void shouldQuoteASentenceWhole() {
        assertThat(about("barrel", "A barrel catches what the roof sheds in spring."))
                .isEqualTo("A barrel catches what the roof sheds in spring.");
    }

    @Test
    void shouldCutAtASeam() {
        assertThat(about("barrel", "The spare one: |a barrel catches what the roof sheds| in spring"))
                .isEqualTo("a barrel catches what the roof sheds");
    }

    @Test
    void shouldBeginWithAWordBehindASeam() {
        assertThat(about("roof", "Barrels|, which catch what the roof sheds|) in spring"))
                .isEqualTo("which catch what the roof sheds");
    }

    @Test
    void shouldNotCutInsideAWord() {
        assertThat(about("roof", "A barrel catches what the roof shed|s in spring"))
                .isNull();
    }

    @Test
    void shouldQuoteNothingWhenTheNameStandsAlone() {
        assertThat(about("Barrel Under The Eaves", "See |Barrel Under The Eaves| for what the roof sheds."))
                .isNull();
    }

    @Test
    void shouldQuoteNothingWhenASentenceHoldsAnIdentifierOrAnAddress() {
        assertThat(about("barrel", "A barrel reports to rain_gauge each morning."))
                .isNull();
        assertThat(about("barrel", "Every barrel stands on www.barrels.example with its size."))
                .isNull();
    }

    @Test
    void shouldCutALongSentenceWhereAClauseEndsRatherThanInside() {
        // given
        String clause = "A barrel catches what the roof sheds in spring and keeps it cool for the weeks of drought";
        String rest =
                ", which is when beans and cucumbers and courgettes and the young trees behind the shed are thirsty most.";
        // when / then
        assertThat(about("barrel", clause + rest)).isEqualTo(clause + ",");
    }

    /** The excerpt of a sentence whose seams are marked, around a name. */
    private static @Nullable String about(String name, String marked) {
        String[] pieces = marked.split("\\|");
        String text = String.join("", pieces);
        Integer[] seams = Arrays.stream(pieces).map(String::length).toArray(Integer[]::new);
        Arrays.parallelPrefix(seams, Integer::sum);
        PatternText pattern = new PatternText(text, List.of(0), Seams.of(List.of(seams)));
        int from = text.indexOf(name);
        List<Excerpt.Mark> marks = List.of(new Excerpt.Mark(from, from + name.length(), 1));
        Excerpt excerpt = Excerpt.of(pattern, 0, text.length(), marks, true, LONGEST);
        return excerpt == null
                ? null
                : text.substring(excerpt.from(), excerpt.to()).strip();
    }
}
