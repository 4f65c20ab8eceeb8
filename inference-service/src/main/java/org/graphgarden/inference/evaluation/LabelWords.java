package org.graphgarden.inference.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.text.Canonical;

/** When two labels are the same, and how alike they are otherwise. */
final class LabelWords {
    private static final Set<String> FILLERS = Set.of(
            ("a an the of and or for in on to with by from at as is are be it its this that these those into through vs"
                            + " versus")
                    .split(" "));

    private LabelWords() {}

    /** Equal for labels that differ only in case, accents, hyphens, plural and the like; empty for a label without words. */
    static String key(String label) {
        return Canonical.id(label);
    }

    /** Share of the words of two labels that they have in common, 0 to 1; words such as "of" do not count. */
    static double overlap(String left, String right) {
        Set<String> union = content(left);
        Set<String> common = new HashSet<>(union);
        Set<String> other = content(right);
        union.addAll(other);
        common.retainAll(other);
        return common.isEmpty() ? 0 : (double) common.size() / union.size();
    }

    private static Set<String> content(String label) {
        List<String> words = Canonical.words(label);
        Set<String> content = new HashSet<>(words);
        content.removeAll(FILLERS);
        return content;
    }
}
