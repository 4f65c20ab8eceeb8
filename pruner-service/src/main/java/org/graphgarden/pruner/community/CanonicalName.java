package org.graphgarden.pruner.community;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for what ids and labels of entities and communities name. */
public final class CanonicalName {
    /** Names come from files, and nobody reads one that is longer. */
    private static final int LONGEST = 200;

    private static final Pattern APOSTROPHE = Pattern.compile("['’]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PLURAL = Pattern.compile("(?<=[^s])s(?=-|$)");

    private CanonicalName() {}

    /** As {@link #id}, without plurals. */
    public static String of(String name) {
        String id = id(name);
        return id.indexOf('s') < 0 ? id : PLURAL.matcher(id).replaceAll("");
    }

    /** Lower case, hyphens, no accents, no trailing note in brackets; empty when there is no letter or digit. */
    public static String id(String name) {
        String known = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        if (isId(known)) {
            return known;
        }
        String bare = withoutNote(known).replace("&", " and ");
        String whole = APOSTROPHE.matcher(bare).replaceAll("");
        String plain = MARKS.matcher(Normalizer.normalize(whole, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
    }

    /** Most names are ids already, and there are millions: a look at the letters is a hundred times faster. */
    private static boolean isId(String name) {
        char before = '-';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!word && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-' || name.isEmpty();
    }

    /** By hand: an expression that looks for spaces before a bracket takes the square of their number. */
    private static String withoutNote(String name) {
        String bare = name.strip();
        int open = bare.lastIndexOf('(');
        boolean note = open >= 0 && bare.indexOf(')', open) == bare.length() - 1;
        return note ? bare.substring(0, open) : bare;
    }
}
