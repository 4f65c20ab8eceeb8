package org.graphgarden.inference.index;

import java.util.Arrays;

/** A growing array of ints. */
final class Growing {
    private int[] values;
    private int size;

    Growing(int capacity) {
        values = new int[Math.max(4, capacity)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }
}
