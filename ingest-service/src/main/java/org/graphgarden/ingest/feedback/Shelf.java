package org.graphgarden.ingest.feedback;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by number, never changed: each change gives another shelf that shares all but a few nodes with the one before. So
 * every commit of a long history can have its own, and two are compared by what they do not share. A tree of 32 branches a
 * node, as in Clojure's vectors.
 */
final class Shelf<T> {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;

    private final int height;
    private final @Nullable Object @Nullable [] root;

    private Shelf(int height, @Nullable Object @Nullable [] root) {
        this.height = height;
        this.root = root;
    }

    static <T> Shelf<T> empty() {
        return new Shelf<>(0, null);
    }

    /** What stands at a number of 0 or more, or null. */
    @SuppressWarnings("unchecked")
    @Nullable T get(int number) {
        if (number >> BITS * (height + 1) != 0) {
            return null;
        }
        Object node = root;
        for (int level = height; level >= 0 && node != null; level--) {
            node = child(node, number >> BITS * level & MASK);
        }
        return (T) node;
    }

    /** The same with another value there. */
    Shelf<T> with(int number, T value) {
        int needed = height;
        @Nullable Object @Nullable [] grown = root;
        while (number >> BITS * (needed + 1) != 0) {
            needed++;
            if (grown != null) {
                @Nullable Object[] above = new @Nullable Object[WIDTH];
                above[0] = grown;
                grown = above;
            }
        }
        return new Shelf<>(needed, put(grown, needed, number, value));
    }

    /** Tells the numbers at which this and another hold different objects, in order. */
    void differences(Shelf<T> other, IntConsumer told) {
        int top = Math.max(height, other.height);
        compare(raised(top), other.raised(top), top, 0, told);
    }

    private @Nullable Object @Nullable [] raised(int top) {
        @Nullable Object @Nullable [] raised = root;
        for (int level = height; level < top && raised != null; level++) {
            @Nullable Object[] above = new @Nullable Object[WIDTH];
            above[0] = raised;
            raised = above;
        }
        return raised;
    }

    private static void compare(@Nullable Object one, @Nullable Object other, int level, int from, IntConsumer told) {
        for (int i = 0; one != other && i < WIDTH; i++) {
            Object left = child(one, i);
            Object right = child(other, i);
            int number = from + (i << BITS * level);
            if (left != right && level == 0) {
                told.accept(number);
            } else if (left != right) {
                compare(left, right, level - 1, number, told);
            }
        }
    }

    private static @Nullable Object[] put(@Nullable Object node, int level, int number, Object value) {
        @Nullable Object[] copy = node == null ? new @Nullable Object[WIDTH] : ((@Nullable Object[]) node).clone();
        int at = number >> BITS * level & MASK;
        copy[at] = level == 0 ? value : put(copy[at], level - 1, number, value);
        return copy;
    }

    private static @Nullable Object child(@Nullable Object node, int at) {
        return node == null ? null : ((@Nullable Object[]) node)[at];
    }
}
