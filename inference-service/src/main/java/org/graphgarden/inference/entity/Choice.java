package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Chooses among scored candidates: best first, none that shares half of its words with a better one, eight of them that
 * are not unlikely and up to ten that are likely enough.
 *
 * @param score log-odds of a candidate
 * @param words the words of a candidate that say something, each a number
 */
public record Choice<T>(ToDoubleFunction<T> score, Function<T, int[]> words) {
    private static final int MOST = 10;
    private static final int WELCOME = 8;
    private static final double LIKELY = -2.5;
    private static final double UNLIKELY = -5;
    private static final double ALIKE = 0.5;

    /**
     * The chosen, best first.
     *
     * @param sorted candidates, best first
     * @param allowed asked only about what would be chosen
     */
    public List<T> of(List<T> sorted, Predicate<T> allowed) {
        List<T> chosen = new ArrayList<>();
        for (T each : sorted) {
            if (chosen.size() == MOST || score.applyAsDouble(each) < (chosen.size() < WELCOME ? UNLIKELY : LIKELY)) {
                break;
            }
            if (chosen.stream().noneMatch(better -> overlap(words.apply(each), words.apply(better)) >= ALIKE)
                    && allowed.test(each)) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** Share of the different words of both that both have (Jaccard). */
    static double overlap(int[] left, int[] right) {
        int both = 0;
        int all = 0;
        for (int i = 0; i < left.length; i++) {
            if (indexOf(left, left[i]) == i) {
                all++;
                both += indexOf(right, left[i]) < 0 ? 0 : 1;
            }
        }
        for (int i = 0; i < right.length; i++) {
            all += indexOf(right, right[i]) == i && indexOf(left, right[i]) < 0 ? 1 : 0;
        }
        return (double) both / all;
    }

    private static int indexOf(int[] words, int word) {
        for (int i = 0; i < words.length; i++) {
            if (words[i] == word) {
                return i;
            }
        }
        return -1;
    }
}
