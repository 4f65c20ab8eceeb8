package org.graphgarden.standalone.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.settings.NearestName;

/** No pattern has that slug. The message names slugs that may have been meant. */
public final class UnknownSlugException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 3;

    UnknownSlugException(String slug, String library, Collection<String> known) {
        super("no pattern of " + library + " has the slug '" + slug + "'; " + remedy(near(slug, known)));
    }

    private static String remedy(List<String> near) {
        return near.isEmpty()
                ? "the slug is the one of the front matter, else its id"
                : "did you mean " + String.join(" or ", near) + "?";
    }

    /** The nearest by spelling, then the shortest that hold what was typed. */
    private static List<String> near(String slug, Collection<String> known) {
        Set<String> near = new LinkedHashSet<>();
        NearestName.of(slug, known).ifPresent(near::add);
        known.stream()
                .filter(name -> name.contains(slug))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .forEach(near::add);
        return near.stream().limit(MOST).toList();
    }
}
