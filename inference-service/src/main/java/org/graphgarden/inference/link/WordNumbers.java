package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers for words regardless of case, in order of first occurrence; a word that is known costs no string. Grows until it is frozen. */
final class WordNumbers {
    private static final int FREE = -1;

    private final List<String> spellings = new ArrayList<>();
    private int[] folded = new int[1024];
    private int[] table = free(4096);
    private boolean frozen;

    /** The number of the word that stands there; one that was never met gets a new one or, once frozen, {@link #size()}. */
    int of(String text, int start, int end) {
        int slot = slot(text, start, end);
        if (table[slot] != FREE) {
            return table[slot];
        }
        return frozen ? size() : add(text.substring(start, end));
    }

    /** The number of a word, or {@link #size()} when it was never met. */
    int find(String word) {
        int known = table[slot(word, 0, word.length())];
        return known == FREE ? size() : known;
    }

    /** From now on words that were never met share one number, and the numbers may be read by any thread. */
    void freeze() {
        frozen = true;
    }

    int size() {
        return spellings.size();
    }

    /** The word in lower case; empty for the number that unknown words share. */
    String spelling(int word) {
        return word == spellings.size() ? "" : spellings.get(word);
    }

    /** The number of the word without the s of a plural. */
    int folded(int word) {
        return word == spellings.size() ? word : folded[word];
    }

    /** The numbers of a text's tokens, plurals without their s; what joins words stays. */
    int[] folded(Tokens tokens) {
        int[] values = tokens.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < 0 ? values[i] : folded(values[i]);
        }
        return values;
    }

    private int add(String spelled) {
        String lower = lower(spelled);
        int number = spellings.size();
        spellings.add(lower);
        if (number == folded.length) {
            folded = Arrays.copyOf(folded, number * 2);
        }
        if (number * 2 > table.length) {
            rehash();
        } else {
            table[slot(lower, 0, lower.length())] = number;
        }
        folded[number] = isPlural(lower) ? of(lower, 0, lower.length() - 1) : number;
        return number;
    }

    private static boolean isPlural(String lower) {
        return lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us");
    }

    private int slot(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + lower(text.charAt(i));
        }
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (table[slot] != FREE && !isSpelled(spellings.get(table[slot]), text, start, end)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean isSpelled(String spelling, String text, int start, int end) {
        if (spelling.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (spelling.charAt(i - start) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void rehash() {
        table = free(table.length * 2);
        for (int number = 0; number < spellings.size(); number++) {
            String spelling = spellings.get(number);
            table[slot(spelling, 0, spelling.length())] = number;
        }
    }

    /** Character by character, as the hash has it: a word keeps its length. */
    private static String lower(String word) {
        char[] chars = word.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = lower(chars[i]);
        }
        return new String(chars);
    }

    private static char lower(char c) {
        return c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
    }

    private static int[] free(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, FREE);
        return table;
    }
}
