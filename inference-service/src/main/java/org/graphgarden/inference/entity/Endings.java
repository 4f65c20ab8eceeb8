package org.graphgarden.inference.entity;

import java.util.regex.Pattern;

/** Endings of English words. */
final class Endings {
    private static final Pattern ABSTRACT = Pattern.compile(".+(?:tion|sion|ment|ity|ness|ship|ance|ence|ism|acy|age)");

    private Endings() {}

    /** Whether a word has the ending of an abstract noun. */
    static boolean isAbstract(String word) {
        return ABSTRACT.matcher(word).matches();
    }
}
