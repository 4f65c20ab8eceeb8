package org.graphgarden.inference.entity;

import java.util.List;

/** Endings of English words. */
final class Endings {
    private static final List<String> ABSTRACT =
            List.of("tion", "sion", "ment", "ity", "ness", "ship", "ance", "ence", "ism", "acy", "age");

    private Endings() {}

    /** Whether a word has the ending of an abstract noun. */
    static boolean isAbstract(String word) {
        for (String ending : ABSTRACT) {
            if (word.endsWith(ending)) {
                return word.length() > ending.length();
            }
        }
        return false;
    }
}
