package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.profile.Profile;

/**
 * A name under which other patterns may mention a pattern.
 *
 * @param words the name's words as {@link TextWord#folded()} has them
 * @param exact the text as it must stand in a mention, or empty when case and plural do not matter
 */
record Name(List<String> words, String exact) {
    /** The names of a pattern: title and aliases, each also without a note in parentheses or a subtitle. */
    static Set<Name> of(Profile profile) {
        Set<Name> names = new LinkedHashSet<>();
        for (String variant : variants(profile.title())) {
            add(variant, names);
        }
        for (String alias : profile.aliases()) {
            variants(alias).forEach(variant -> add(variant, names));
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

    private static void add(String variant, Set<Name> names) {
        List<TextWord> words = TextWord.of(variant);
        if (words.isEmpty() || variant.length() < 3) {
            return;
        }
        List<String> folded = words.stream().map(TextWord::folded).toList();
        names.add(new Name(folded, words.size() == 1 ? words.get(0).in(variant) : ""));
    }
}
