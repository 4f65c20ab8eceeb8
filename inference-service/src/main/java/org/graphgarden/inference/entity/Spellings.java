package org.graphgarden.inference.entity;

/** Numbers by spelling, asked for with a part of a text: no string is made of a word that was met before. */
final class Spellings {
    static final int NONE = -1;

    private String[] keys = new String[1 << 12];
    private int[] hashes = new int[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    /** The number of the characters from one place to another (exclusive), or {@link #NONE}. */
    int find(String text, int from, int to) {
        int slot = slot(text, from, to, hash(text, from, to));
        return keys[slot] == null ? NONE : numbers[slot];
    }

    /** Adds a spelling that is not there yet. */
    void add(String spelling, int number) {
        if (++size * 2 > keys.length) {
            grow();
        }
        put(spelling, number);
    }

    private void put(String spelling, int number) {
        int hash = hash(spelling, 0, spelling.length());
        int slot = slot(spelling, 0, spelling.length(), hash);
        keys[slot] = spelling;
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    private void grow() {
        String[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new String[oldKeys.length * 2];
        hashes = new int[keys.length];
        numbers = new int[keys.length];
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldKeys[slot] != null) {
                put(oldKeys[slot], oldNumbers[slot]);
            }
        }
    }

    private int slot(String text, int from, int to, int hash) {
        int mask = keys.length - 1;
        int slot = (hash ^ hash >>> 16) & mask;
        while (keys[slot] != null && !(hashes[slot] == hash && equal(keys[slot], text, from, to))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean equal(String key, String text, int from, int to) {
        return key.length() == to - from && text.startsWith(key, from);
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + text.charAt(at);
        }
        return hash * 0x9E3779B9;
    }
}
