package org.graphgarden.inference.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private final WordPieces pieces =
            new WordPieces(List.of("[UNK]", "[CLS]", "[SEP]", "garden", "##er", "##s", "cafe", ",", "水", "gard"));

    @Test
    void shouldTakeTheLongestPieceFromTheLeft() {
        assertThat(pieces.encode("Gardeners", 10)).containsExactly(1, 3, 4, 5, 2);
    }

    @Test
    void shouldDropAccentsAndSplitPunctuationAndIdeographs() {
        assertThat(pieces.encode("Café,水garden\u200b", 10)).containsExactly(1, 6, 7, 8, 3, 2);
    }

    @Test
    void shouldSayUnknownForTheWholeWordWhenAPieceIsMissing() {
        assertThat(pieces.encode("gardenzz garden", 10)).containsExactly(1, 0, 3, 2);
    }

    @Test
    void shouldCutWhatExceedsTheLimit() {
        assertThat(pieces.encode("garden garden garden", 4)).containsExactly(1, 3, 3, 2);
    }
}
