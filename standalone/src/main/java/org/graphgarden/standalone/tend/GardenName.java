package org.graphgarden.standalone.tend;

import java.text.Normalizer;
import java.util.Locale;

/** Names for gardens and repositories that nobody named. */
final class GardenName {
    private static final int LONGEST = 60;

    private GardenName() {}

    /** The name in lower case, with what a name must not hold as hyphens; {@code garden} when nothing is left. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        String name = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("[^a-z0-9]+$", "");
        return name.isEmpty() ? "garden" : name;
    }
}
