package org.graphgarden.inference.profile;

import java.util.Locale;
import java.util.Set;
import org.graphgarden.inference.text.TextResource;

/** Knows the sections that say where a text comes from rather than what it is about. */
final class Boilerplate {
    private static final Set<String> HEADINGS =
            Set.copyOf(TextResource.lines(Boilerplate.class, "boilerplate-headings.txt"));

    private Boilerplate() {}

    static boolean isHeading(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^\\p{L} ]", " ");
        return HEADINGS.contains(plain.replaceAll(" +", " ").strip());
    }
}
