package org.graphgarden.inference.bench;

import java.util.Random;
import org.graphgarden.inference.profile.Embedding;
import org.graphgarden.inference.profile.SentenceModel;
import org.graphgarden.inference.text.Words;

/**
 * Stands in for a sentence model where a real one would take an hour: each word has a random direction, a text points where its
 * words do. As long and as dense as the real ones, and texts with common words are near each other.
 */
final class WordsAsMeaning implements SentenceModel {
    private static final int DIMENSIONS = 384;

    @Override
    public String name() {
        return "words-as-meaning";
    }

    @Override
    public Embedding embed(String text) {
        float[] sum = new float[DIMENSIONS];
        for (String word : Words.of(text)) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += direction.nextFloat() - 0.5f;
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += value * value;
        }
        if (squares == 0) {
            return Embedding.NONE;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] /= (float) StrictMath.sqrt(squares);
        }
        return Embedding.of(sum);
    }
}
