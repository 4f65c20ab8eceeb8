package org.graphgarden.inference.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTablesTest {
    @Test
    void shouldFindEachWordAtItsPlaceWhenTableHasGrown() {
        // given
        WordTable table = new WordTable(0);

        // when
        for (int word = -1; word < 5_000; word++) {
            table.add(word * 16);
            table.add(word * 16);
        }

        // then
        assertThat(table.size()).isEqualTo(5_001);
        for (int place = 0; place < table.size(); place++) {
            assertThat(table.find(table.word(place))).isEqualTo(place);
        }
        assertThat(table.find(7)).isEqualTo(-1);
    }

    @Test
    void shouldFindSpellingInsideTextWhenTableHasGrown() {
        // given
        Spellings spellings = new Spellings();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            words.add((i % 2 == 0 ? "wört" : "word") + i);
            spellings.add(words.get(i), i);
        }

        // when
        String text = String.join(" ", words);

        // then
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            int to = from + words.get(i).length();
            assertThat(spellings.find(text, from, to)).isEqualTo(i);
            assertThat(spellings.find(words.get(i), 0, words.get(i).length())).isEqualTo(i);
            from = to + 1;
        }
        assertThat(spellings.find(text, 1, 4)).isEqualTo(Spellings.NONE);
    }
}
