package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.profile.Profile;

/**
 * A name under which other patterns may mention a pattern.
 *
 * @param folded numbers of the name's words, without the s of plurals
 * @param exact the text as it must stand in a mention, or empty when case and plural do not matter
 */
record Name(List<Integer> folded, String exact) {
    /** The names of a pattern: title and aliases, each also without a note in parentheses or a subtitle. */
    static Set<Name> of(Profile profile, WordNumbers numbers) {
        Set<Name> names = new LinkedHashSet<>();
        for (String variant : variants(profile.title())) {
            add(variant, numbers, names);
        }
        for (String alias : profile.aliases()) {
            variants(alias).forEach(variant -> add(variant, numbers, names));
        }
        return names;
    }

    private static List<String> variants(String title) {
        List<String> variants = new ArrayList<>();
        variants.add(title);
        int note = title.indexOf(" (");
        if (note > 0) {
            variants.add(title.substring(0, note));
        }
        for (String separator : List.of(": ", " - ", " – ", " — ")) {
            int subtitle = title.indexOf(separator);
            if (subtitle > 0 && title.lastIndexOf(' ', subtitle - 1) > 0) {
                variants.add(title.substring(0, subtitle));
            }
        }
        return variants;
    }

    /** The numbers of the name's words. */
    int[] words() {
        return folded.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(String variant, WordNumbers numbers, Set<Name> names) {
        Tokens tokens = new Tokens();
        tokens.read(variant, numbers);
        List<Integer> folded = new ArrayList<>();
        String exact = "";
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.value(i) >= 0) {
                int end = tokens.start(i) + numbers.spelling(tokens.value(i)).length();
                exact = variant.substring(tokens.start(i), end);
                folded.add(numbers.folded(tokens.value(i)));
            }
        }
        if (!folded.isEmpty() && variant.length() >= 3) {
            names.add(new Name(folded, folded.size() == 1 ? exact : ""));
        }
    }
}
