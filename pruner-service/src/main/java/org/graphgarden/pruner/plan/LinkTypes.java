package org.graphgarden.pruner.plan;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the types of links say of the other direction. */
public final class LinkTypes {
    /** The type of which nothing more special is known. */
    static final String GENERAL = "complementary";

    private static final Set<String> SYMMETRIC = Set.of(GENERAL, "alternatives");
    private static final Map<String, String> INVERSES = Map.of(
            "generalizes_from", "specializes_to",
            "specializes_to", "generalizes_from",
            "enables", "requires",
            "requires", "enables");

    private LinkTypes() {}

    /** Whether it is a type that links are known to have. */
    public static boolean known(String type) {
        return inverse(type) != null;
    }

    /** Whether a type says the same from both ends. */
    static boolean symmetric(String type) {
        return SYMMETRIC.contains(type);
    }

    /** What a type is called from the other end; null when it has no name there. */
    static @Nullable String inverse(String type) {
        return symmetric(type) ? type : INVERSES.get(type);
    }

    /** How much a type says: more when it is not the general one, most when it has a direction. */
    static int special(String type) {
        return type.equals(GENERAL) ? 0 : symmetric(type) ? 1 : 2;
    }
}
