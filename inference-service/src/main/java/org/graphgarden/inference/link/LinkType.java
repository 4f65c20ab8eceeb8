package org.graphgarden.inference.link;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Words;

/** The types that inference gives: a special one only on a clear sign, else {@link #COMPLEMENTARY}. */
enum LinkType {
    COMPLEMENTARY,
    GENERALIZES_FROM,
    SPECIALIZES_TO,
    ALTERNATIVES,
    REQUIRES;

    private static final Pattern INSTEAD =
            Pattern.compile("(?i)\\b(alternatives? to|instead of|rather than) (the |an? )?$");
    private static final Pattern NEEDS = Pattern.compile("(?i)\\b(requires?|depends on|presupposes) (the |an? )?$");

    /** As the front matter has it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of a link.
     *
     * @param beforeMention what stands in the source's text before the target's name; empty without a mention
     */
    static LinkType of(Profile source, Profile target, String beforeMention) {
        if (INSTEAD.matcher(beforeMention).find()) {
            return ALTERNATIVES;
        }
        if (NEEDS.matcher(beforeMention).find()) {
            return REQUIRES;
        }
        if (narrows(source.title(), target.title())) {
            return GENERALIZES_FROM;
        }
        return narrows(target.title(), source.title()) ? SPECIALIZES_TO : COMPLEMENTARY;
    }

    /** Whether the narrow title ends with the whole of the wide one: a Community Land Trust is a Land Trust. */
    private static boolean narrows(String narrow, String wide) {
        List<String> narrowWords = Words.of(narrow);
        List<String> wideWords = Words.of(wide);
        int extra = narrowWords.size() - wideWords.size();
        return extra > 0
                && !wideWords.isEmpty()
                && narrowWords.subList(extra, narrowWords.size()).equals(wideWords);
    }
}
