package org.graphgarden.inference.link;

import java.util.List;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.Appended;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.TermField;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Words;

/** Computes the features of pairs of patterns. */
final class Features {
    private final PatternIndex index;
    private final Mentions mentions;
    private final Domains domains;

    private final Appended<int[]> titleTerms;

    private Features(PatternIndex index, Mentions mentions, Domains domains, Appended<int[]> titleTerms) {
        this.index = index;
        this.mentions = mentions;
        this.domains = domains;
        this.titleTerms = titleTerms;
    }

    static Features of(PatternIndex index, Mentions mentions) {
        Domains domains = Domains.of(index.patterns().all());
        return new Features(index, mentions, domains, Appended.of(titleTerms(index, 0)));
    }

    /** The same of a garden after a change, in terms of what was frozen. */
    Features with(PatternIndex changed, Mentions mentioned) {
        return new Features(changed, mentioned, domains, titleTerms.with(titleTerms(changed, titleTerms.size())));
    }

    private static List<int[]> titleTerms(PatternIndex index, int from) {
        return IntStream.range(from, index.size())
                .mapToObj(pattern -> Words.of(index.profile(pattern).title()).stream()
                        .filter(word -> !index.body().isCommon(word))
                        .mapToInt(index.body()::term)
                        .toArray())
                .toList();
    }

    /** The features of a pair, by ordinal; the three given are its cosines. */
    double[] of(int left, int right, double body, double head, double meaning) {
        double[] values = new double[Feature.values().length];
        values[Feature.BODY_LIKENESS.ordinal()] = bodyLikeness(body);
        values[Feature.HEAD_COSINE.ordinal()] = head;
        values[Feature.MEANING_COSINE.ordinal()] = meaning;
        values[Feature.TITLE_COVERAGE.ordinal()] = (covered(left, right) + covered(right, left)) / 2;
        values[Feature.MENTION.ordinal()] = mention(left, right) + mention(right, left);
        values[Feature.SAME_DOMAIN.ordinal()] = domains.sameFirst(index.profile(left), index.profile(right));
        return values;
    }

    /** The feature of this cosine. */
    static double bodyLikeness(double cosine) {
        return Math.sqrt(Math.max(0, cosine));
    }

    private double mention(int source, int target) {
        Mention mention = mentions.find(source, target);
        return mention == null ? 0 : mentions.rarity(target) * StrictMath.sqrt(Math.min(4, mention.count())) / 2;
    }

    /** What {@link #of} would count as a mention if the source's text named the target once. */
    double namedOnce(int target) {
        return mentions.rarity(target) / 2;
    }

    /** Writes what {@link #of} would say of domains if both stood under those of this pattern. */
    void setDomainsOf(int pattern, double[] values) {
        Profile profile = index.profile(pattern);
        values[Feature.SAME_DOMAIN.ordinal()] = domains.sameFirst(profile, profile);
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

    /** How many patterns the statistics are of, at least 1. */
    private int measured() {
        return Math.max(1, index.patterns().frozen());
    }
}
