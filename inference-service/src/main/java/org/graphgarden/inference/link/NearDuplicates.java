package org.graphgarden.inference.link;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.text.Canonical;

/** Tells two patterns from one pattern that was written twice: nearly the same title, and for the most part the same words. */
final class NearDuplicates {
    private static final double SAME_TEXT = 0.6;
    private static final double SAME_TITLE = 0.75;

    private final List<Set<String>> titles;

    NearDuplicates(PatternIndex index) {
        titles = IntStream.range(0, index.size())
                .mapToObj(pattern ->
                        Set.copyOf(Canonical.words(index.profile(pattern).title())))
                .toList();
    }

    boolean test(Candidate candidate) {
        return candidate.feature(Feature.BODY_COSINE) >= SAME_TEXT
                && overlap(candidate.source(), candidate.target()) >= SAME_TITLE;
    }

    private double overlap(int left, int right) {
        Set<String> union = new HashSet<>(titles.get(left));
        union.addAll(titles.get(right));
        Set<String> common = new HashSet<>(titles.get(left));
        common.retainAll(titles.get(right));
        return union.isEmpty() ? 0 : (double) common.size() / union.size();
    }
}
