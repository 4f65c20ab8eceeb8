package org.graphgarden.inference.index;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Numbers in the order of their slugs. Immutable: a change copies an array, which is far cheaper than to sort. */
final class LiveNumbers {
    private final int[] numbers;

    private LiveNumbers(int[] numbers) {
        this.numbers = numbers;
    }

    /** The first so many numbers, whose slugs ascend. */
    static LiveNumbers first(int count) {
        return new LiveNumbers(IntStream.range(0, count).toArray());
    }

    int size() {
        return numbers.length;
    }

    int get(int rank) {
        return numbers[rank];
    }

    /** With this number in the place of the slug's former one, if there was any. */
    LiveNumbers with(String slug, int number, IntFunction<String> slugs) {
        int rank = rank(slug, slugs);
        boolean known = rank < numbers.length && slugs.apply(numbers[rank]).equals(slug);
        LiveNumbers changed = new LiveNumbers(known ? numbers.clone() : spread(rank, 1));
        changed.numbers[rank] = number;
        return changed;
    }

    /** Without the slug's number, if there is any. */
    LiveNumbers without(String slug, IntFunction<String> slugs) {
        int rank = rank(slug, slugs);
        boolean known = rank < numbers.length && slugs.apply(numbers[rank]).equals(slug);
        return known ? new LiveNumbers(spread(rank, -1)) : this;
    }

    /** With a gap at the rank, or without what stands there. */
    private int[] spread(int rank, int by) {
        int[] spread = new int[numbers.length + by];
        System.arraycopy(numbers, 0, spread, 0, rank);
        int from = rank + Math.max(0, -by);
        System.arraycopy(numbers, from, spread, rank + Math.max(0, by), numbers.length - from);
        return spread;
    }

    /** Where the slug stands or belongs. */
    private int rank(String slug, IntFunction<String> slugs) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slugs.apply(numbers[middle]).compareTo(slug) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
