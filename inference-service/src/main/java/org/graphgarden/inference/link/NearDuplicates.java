package org.graphgarden.inference.link;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Canonical;

/**
 * Tells two patterns from one pattern that was written twice: under one name, or under a name and the same with an explanation behind
 * it ("Seed Bank", "Seed Bank - Shared Storage", "Seed Bank Model"), and alike in what they say. Precise rather than complete: of
 * patterns on one topic under two names a reader has to judge.
 */
final class NearDuplicates {
    /** What is behind these explains the name. */
    private static final Pattern EXPLANATION = Pattern.compile("\\([^)]*\\)|\\s[-–—/]\\s.*|:\\s.*");

    /** Words that say what kind of thing a pattern is, and so do not tell it from another. */
    private static final Set<String> KINDS = Set.of(
            "approach",
            "concept",
            "framework",
            "method",
            "methodology",
            "model",
            "pattern",
            "practice",
            "principle",
            "strategy",
            "technique",
            "theory");

    private static final Set<String> SMALL =
            Set.of("a", "an", "and", "as", "for", "in", "of", "on", "the", "to", "with");

    /** Least cosine of the sentence embeddings, of the heads, and of the bodies: under one name, and with an explanation. */
    private static final double[] ONE_NAME = {0.75, 0.5, 0};

    private static final double[] EXPLAINED = {0.8, 0.5, 0.15};

    private NearDuplicates() {}

    /** The same when the sentence model has nothing to say. */
    private static final double[] UNREAD = {0, 0.8, 0.2};

    /** Takes a candidate for its cosines. */
    static boolean are(Profile left, Profile right, Candidate pair) {
        boolean read = pair.feature(Feature.MEANING_COSINE) != 0;
        return isAlike(pair, read ? ONE_NAME : UNREAD)
                && (isOneName(left.title(), right.title())
                        || isAlike(pair, read ? EXPLAINED : UNREAD)
                                && isNameAndExplanation(left.title(), right.title()));
    }

    private static boolean isAlike(Candidate pair, double[] least) {
        return pair.feature(Feature.MEANING_COSINE) >= least[0]
                && pair.feature(Feature.HEAD_COSINE) >= least[1]
                && pair.bodyCosine() >= least[2];
    }

    private static boolean isOneName(String left, String right) {
        List<String> words = telling(left);
        return !words.isEmpty() && words.equals(telling(right)) && hasOneCore(left, right);
    }

    private static boolean isNameAndExplanation(String left, String right) {
        return hasOneCore(left, right)
                && (isAmong(telling(left), telling(right)) || isAmong(telling(right), telling(left)));
    }

    private static boolean hasOneCore(String left, String right) {
        List<String> core = core(left);
        return !core.isEmpty() && core.equals(core(right));
    }

    private static boolean isAmong(Collection<String> some, Collection<String> all) {
        return Set.copyOf(all).containsAll(some);
    }

    private static List<String> core(String title) {
        return telling(EXPLANATION.matcher(title).replaceAll(""));
    }

    private static List<String> telling(String title) {
        // A trailing note counts here.
        return Canonical.words(title.replace('(', ' ').replace(')', ' ')).stream()
                .filter(word -> !KINDS.contains(word) && !SMALL.contains(word))
                .toList();
    }
}
