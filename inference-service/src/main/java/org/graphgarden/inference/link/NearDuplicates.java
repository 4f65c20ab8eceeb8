package org.graphgarden.inference.link;

import java.util.HashSet;
import java.util.Set;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Canonical;

/** Tells two patterns from one pattern that was written twice: nearly the same title, and for the most part the same words. */
final class NearDuplicates {
    private static final double SAME_TEXT = 0.6;
    private static final double SAME_TITLE = 0.75;

    private NearDuplicates() {}

    /** @param body cosine of the two texts */
    static boolean are(Profile left, Profile right, double body) {
        return body >= SAME_TEXT && overlap(left.title(), right.title()) >= SAME_TITLE;
    }

    private static double overlap(String left, String right) {
        Set<String> union = new HashSet<>(Canonical.words(left));
        Set<String> common = new HashSet<>(union);
        Set<String> other = new HashSet<>(Canonical.words(right));
        union.addAll(other);
        common.retainAll(other);
        return union.isEmpty() ? 0 : (double) common.size() / union.size();
    }
}
