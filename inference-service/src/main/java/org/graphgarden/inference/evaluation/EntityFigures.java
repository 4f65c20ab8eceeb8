package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.graphgarden.inference.evaluation.EntityMatch.Match;
import org.jspecify.annotations.Nullable;

/**
 * How well the entities of patterns are found that had them hidden: ten inferred of each.
 *
 * @param patterns patterns whose entities were hidden
 * @param inferred entities inferred for them, at most ten each
 * @param hidden entities hidden
 * @param exact by the same label, but for case, accents, hyphens, plural and the like
 * @param soft as well by labels that share half of their words
 * @param relevance rank correlation of relevance over all exact matches; null when there are too few
 * @param relevanceWithin the same within patterns of four matches or more, on average; null when there is none
 */
public record EntityFigures(
        int patterns,
        int inferred,
        int hidden,
        Agreement exact,
        Agreement soft,
        @Nullable Double relevance,
        @Nullable Double relevanceWithin) {
    private static final int MOST = 10;
    private static final int ENOUGH = 4;

    /**
     * Agreement by one kind of match, figures between 0 and 1.
     *
     * @param precision share of the inferred that match
     * @param recall share of the hidden that match
     * @param f1 harmonic mean of the two
     * @param macroF1 mean of the F1 of each pattern
     * @param type share of the matches of the same type
     */
    public record Agreement(double precision, double recall, double f1, double macroF1, double type) {}

    /** Compares inferred entities with hidden ones, by slug; what was inferred for others is left out. */
    public static EntityFigures of(
            Map<String, List<TaggedEntity>> inferred, SortedMap<String, List<TaggedEntity>> hidden) {
        List<EntityMatch> matches = new ArrayList<>();
        hidden.forEach(
                (slug, right) -> matches.add(EntityMatch.of(inferred.getOrDefault(slug, List.of()), right, MOST)));
        int said = matches.stream().mapToInt(EntityMatch::inferred).sum();
        int right = matches.stream().mapToInt(EntityMatch::hidden).sum();
        List<Match> exact =
                matches.stream().flatMap(match -> match.exact().stream()).toList();
        return new EntityFigures(
                matches.size(),
                said,
                right,
                agreement(matches, false, said, right),
                agreement(matches, true, said, right),
                exact.size() > 2 ? boxed(correlation(exact)) : null,
                boxed(within(matches)));
    }

    private static Agreement agreement(List<EntityMatch> patterns, boolean soft, int said, int right) {
        int found = 0;
        int typed = 0;
        double f1 = 0;
        for (EntityMatch pattern : patterns) {
            List<Match> matches = matches(pattern, soft);
            found += matches.size();
            typed += (int) matches.stream().filter(Match::sameType).count();
            int both = pattern.inferred() + pattern.hidden();
            f1 += both == 0 ? 1 : 2.0 * matches.size() / both;
        }
        double precision = (double) found / Math.max(1, said);
        double recall = (double) found / Math.max(1, right);
        return new Agreement(
                precision,
                recall,
                found == 0 ? 0 : 2 * precision * recall / (precision + recall),
                f1 / Math.max(1, patterns.size()),
                (double) typed / Math.max(1, found));
    }

    private static List<Match> matches(EntityMatch pattern, boolean soft) {
        return soft
                ? Stream.concat(pattern.exact().stream(), pattern.soft().stream())
                        .toList()
                : pattern.exact();
    }

    private static OptionalDouble within(List<EntityMatch> patterns) {
        return patterns.stream()
                .map(pattern -> matches(pattern, true))
                .filter(matches -> matches.size() >= ENOUGH)
                .map(EntityFigures::correlation)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private static OptionalDouble correlation(List<Match> matches) {
        return RankCorrelation.of(matches, match -> match.inferred().relevance(), match -> match.hidden()
                .relevance());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
