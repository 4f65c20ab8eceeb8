package org.graphgarden.inference.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.Appended;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Signal;
import org.graphgarden.inference.index.TermField;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Words;

/** Computes the features of pairs of patterns. */
final class Features {
    private final PatternIndex index;
    private final Scales scales;
    private final Mentions mentions;
    /** Of the patterns that were there when the epoch was opened. */
    private final Map<String, Integer> domainFrequencies;

    private final Appended<int[]> titleTerms;

    private Features(
            PatternIndex index,
            Scales scales,
            Mentions mentions,
            Map<String, Integer> domainFrequencies,
            Appended<int[]> titleTerms) {
        this.index = index;
        this.scales = scales;
        this.mentions = mentions;
        this.domainFrequencies = domainFrequencies;
        this.titleTerms = titleTerms;
    }

    static Features of(PatternIndex index, Mentions mentions) {
        Map<String, Integer> domains = new HashMap<>();
        for (Profile profile : index.patterns().all()) {
            profile.domains().stream().limit(1).forEach(domain -> domains.merge(domain, 1, Integer::sum));
        }
        return new Features(index, Scales.of(index), mentions, domains, Appended.of(titleTerms(index, 0)));
    }

    /** The same of a garden after a change, in terms of what was frozen. */
    Features with(PatternIndex changed, Mentions mentioned) {
        return new Features(
                changed,
                scales.with(changed),
                mentioned,
                domainFrequencies,
                titleTerms.with(titleTerms(changed, titleTerms.size())));
    }

    private static List<int[]> titleTerms(PatternIndex index, int from) {
        return IntStream.range(from, index.size())
                .mapToObj(pattern -> Words.of(index.profile(pattern).title()).stream()
                        .mapToInt(index.body()::term)
                        .toArray())
                .toList();
    }

    Scales scales() {
        return scales;
    }

    /** The features of a pair, by ordinal; the three given are its plain cosines. */
    double[] of(int left, int right, double body, double head, double meaning) {
        double[] values = new double[Feature.values().length];
        values[Feature.BODY.ordinal()] = scales.standardized(Signal.BODY, left, right, body);
        values[Feature.HEAD.ordinal()] = scales.standardized(Signal.HEAD, left, right, head);
        values[Feature.MEANING.ordinal()] = scales.standardized(Signal.MEANING, left, right, meaning);
        values[Feature.BODY_COSINE.ordinal()] = body;
        values[Feature.HEAD_COSINE.ordinal()] = head;
        values[Feature.MEANING_COSINE.ordinal()] = meaning;
        values[Feature.TITLE_COVERAGE.ordinal()] = (covered(left, right) + covered(right, left)) / 2;
        values[Feature.MENTION.ordinal()] = mention(left, right) + mention(right, left);
        values[Feature.SAME_DOMAIN.ordinal()] = sameDomain(index.profile(left), index.profile(right));
        return values;
    }

    private double mention(int source, int target) {
        Mention mention = mentions.find(source, target);
        return mention == null ? 0 : mentions.rarity(target) * StrictMath.sqrt(Math.min(4, mention.count())) / 2;
    }

    /** What {@link #of} would count as a mention if the source's text named the target once. */
    double namedOnce(int target) {
        return mentions.rarity(target) / 2;
    }

    /** What a pair gets for having the first domain of this pattern in common; 0 when it has none. */
    double domainOf(int pattern) {
        Profile profile = index.profile(pattern);
        return sameDomain(profile, profile);
    }

    /** Share of the title's words, by rarity, that the other's text has. */
    private double covered(int titled, int other) {
        TermField body = index.body();
        double present = 0;
        double all = 0;
        for (int term : titleTerms.get(titled)) {
            double rarity = term < 0 ? StrictMath.log(measured()) : body.rarity(term);
            all += rarity;
            present += term >= 0 && body.contains(other, term) ? rarity : 0;
        }
        return all == 0 ? 0 : present / all;
    }

    private double sameDomain(Profile left, Profile right) {
        if (left.domains().isEmpty()
                || right.domains().isEmpty()
                || !left.domains().get(0).equals(right.domains().get(0))) {
            return 0;
        }
        int frequency = domainFrequencies.getOrDefault(left.domains().get(0), 1);
        // In a garden of one pattern nothing is rare.
        return measured() == 1 ? 0 : 1 - StrictMath.log(frequency) / StrictMath.log(measured());
    }

    /** How many patterns the statistics are of, at least 1. */
    private int measured() {
        return Math.max(1, index.patterns().frozen());
    }
}
