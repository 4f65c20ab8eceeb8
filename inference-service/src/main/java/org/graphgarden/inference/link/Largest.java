package org.graphgarden.inference.link;

import java.util.Set;
import java.util.TreeSet;

/** Keeps the numbers with the largest scores; of equal scores those that came first. */
final class Largest {
    private final int[] numbers;
    private final double[] scores;
    private int size;

    Largest(int limit) {
        numbers = new int[limit];
        scores = new double[limit];
    }

    void offer(int number, double score) {
        if (size == numbers.length && score <= scores[size - 1]) {
            return;
        }
        int at = size < numbers.length ? size++ : size - 1;
        while (at > 0 && scores[at - 1] < score) {
            scores[at] = scores[at - 1];
            numbers[at] = numbers[at - 1];
            at--;
        }
        scores[at] = score;
        numbers[at] = number;
    }

    /** What a score must exceed to be kept. */
    double least() {
        return size < numbers.length ? Double.NEGATIVE_INFINITY : scores[size - 1];
    }

    int size() {
        return size;
    }

    /** The number of a rank; 0 is the largest. */
    int number(int rank) {
        return numbers[rank];
    }

    double score(int rank) {
        return scores[rank];
    }

    /** The kept numbers, ascending. */
    Set<Integer> numbers() {
        Set<Integer> sorted = new TreeSet<>();
        for (int rank = 0; rank < size; rank++) {
            sorted.add(numbers[rank]);
        }
        return sorted;
    }
}
