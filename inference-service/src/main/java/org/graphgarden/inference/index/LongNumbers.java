package org.graphgarden.inference.index;

import java.util.Arrays;

/** Consecutive numbers for longs, in order of first occurrence: an open-addressing table without boxes. */
final class LongNumbers {
    private static final int FREE = -1;

    private long[] values = new long[64];
    private int[] table = free(128);
    private int size;

    int size() {
        return size;
    }

    long value(int number) {
        return values[number];
    }

    /** The number of the value, or -1. */
    int find(long value) {
        return table[slot(value)];
    }

    /** The number of the value, new if it was never met. */
    int add(long value) {
        int slot = slot(value);
        if (table[slot] != FREE) {
            return table[slot];
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        table[slot] = size++;
        if (size * 2L > table.length) {
            rehash(table.length * 2);
        }
        return size - 1;
    }

    /** Forgets everything and holds the first {@code count} of the given distinct values. */
    void reset(long[] distinct, int count) {
        values = Arrays.copyOf(distinct, Math.max(1, count));
        size = count;
        rehash(Math.max(128, Integer.highestOneBit(Math.max(1, count)) * 4));
    }

    private int slot(long value) {
        int mask = table.length - 1;
        int slot = (int) (Hashes.mixed(value) & mask);
        while (table[slot] != FREE && values[table[slot]] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void rehash(int capacity) {
        table = free(capacity);
        for (int number = 0; number < size; number++) {
            table[slot(values[number])] = number;
        }
    }

    private static int[] free(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, FREE);
        return table;
    }
}
