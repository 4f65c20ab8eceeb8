package org.graphgarden.pruner.health;

import java.util.Locale;

/** Names as events and reports have them. */
final class Names {
    private Names() {}

    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first letter of a slug; all digits are one group. */
    static String initial(String slug) {
        int first = Character.toLowerCase(slug.codePointAt(0));
        return Character.isDigit(first) ? "0-9" : Character.toString(first);
    }
}
