package org.graphgarden.standalone.tended;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.settings.NearestName;

/** Names that may have been meant. Pure. */
public final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** The nearest by spelling, then the shortest that hold what was typed; three at most. */
    public static List<String> of(String typed, Collection<String> known) {
        Set<String> near = new LinkedHashSet<>();
        NearestName.of(typed, known).ifPresent(near::add);
        known.stream()
                .filter(name -> name.contains(typed))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .forEach(near::add);
        return near.stream().limit(MOST).toList();
    }

    /** As a question, or what to say when none is near. */
    public static String question(String typed, Collection<String> known, String otherwise) {
        List<String> near = of(typed, known);
        return near.isEmpty() ? otherwise : "did you mean " + String.join(" or ", near) + "?";
    }
}
