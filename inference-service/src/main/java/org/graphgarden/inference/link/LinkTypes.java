package org.graphgarden.inference.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.graphgarden.inference.index.Appended;
import org.graphgarden.inference.index.PatternIndex;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.index.TermField;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.link.type.Sight;
import org.graphgarden.inference.link.type.TypeFeatures;
import org.graphgarden.inference.link.type.TypeFeatures.Likeness;
import org.graphgarden.inference.link.type.TypeModel;
import org.graphgarden.inference.link.type.TypeTraits;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Canonical;

/** Tells the types of candidates, in terms of what was frozen with the epoch. Immutable. */
final class LinkTypes {
    private static final int BEFORE = 60;

    private final PatternIndex index;
    private final Mentions mentions;
    private final TypeModel model;
    /** How many of the titles that the epoch was opened with have a word. */
    private final Map<String, Integer> titles;

    private final Appended<TypeTraits> traits;

    private LinkTypes(
            PatternIndex index,
            Mentions mentions,
            TypeModel model,
            Map<String, Integer> titles,
            Appended<TypeTraits> traits) {
        this.index = index;
        this.mentions = mentions;
        this.model = model;
        this.titles = titles;
        this.traits = traits;
    }

    static LinkTypes of(PatternIndex index, Mentions mentions, TypeModel model) {
        Map<String, Integer> titles = titles(index.patterns());
        return new LinkTypes(index, mentions, model, titles, Appended.of(traits(index, mentions, titles, 0)));
    }

    /** The same of a garden after a change. */
    LinkTypes with(PatternIndex changed, Mentions mentioned) {
        List<TypeTraits> more = traits(changed, mentioned, titles, traits.size());
        return new LinkTypes(changed, mentioned, model, titles, traits.with(more));
    }

    private static List<TypeTraits> traits(
            PatternIndex index, Mentions mentions, Map<String, Integer> titles, int from) {
        return IntStream.range(from, index.size())
                .mapToObj(pattern -> TypeTraits.of(
                        index.profile(pattern), word -> rarity(word, index, titles), mentions.prominence(pattern)))
                .toList();
    }

    LinkType typeOf(Candidate candidate) {
        return model.isSpecific() ? model.typeOf(features(candidate)) : LinkType.COMPLEMENTARY;
    }

    double[] features(Candidate candidate) {
        int source = candidate.source();
        int target = candidate.target();
        Likeness likeness = new Likeness(
                candidate.bodyCosine(),
                candidate.feature(Feature.HEAD_COSINE),
                candidate.feature(Feature.MEANING_COSINE));
        return TypeFeatures.of(
                traits.get(source), traits.get(target), sight(source, target), sight(target, source), likeness);
    }

    private Sight sight(int from, int to) {
        Mention mention = mentions.find(from, to);
        return mention == null
                ? new Sight(0, "", covered(from, to))
                : new Sight(mention.count(), before(index.profile(from), mention), covered(from, to));
    }

    /** What stands on the line before the mention, as far as cues may reach. */
    private static String before(Profile profile, Mention mention) {
        String text =
                switch (mention.section()) {
                    case Mention.TITLE -> profile.title();
                    case Mention.SUMMARY -> profile.summary();
                    default -> profile.sections().get(mention.section()).text();
                };
        int line = text.lastIndexOf('\n', mention.start() - 1) + 1;
        return text.substring(Math.max(line, mention.start() - BEFORE), mention.start());
    }

    private double covered(int from, int to) {
        TermField body = index.body();
        TypeTraits titled = traits.get(to);
        double present = 0;
        double all = 0;
        for (int word = 0; word < titled.title().size(); word++) {
            int term = body.term(titled.title().get(word));
            double rarity = titled.rarities().get(word);
            all += rarity;
            present += term >= 0 && body.contains(from, term) ? rarity : 0;
        }
        return all == 0 ? 0 : present / all;
    }

    /** 0 to 1. A word without a term stands in one text only or in too many to tell anything; several titles with it mean the latter. */
    private static double rarity(String word, PatternIndex index, Map<String, Integer> titles) {
        int term = index.body().term(word);
        if (term < 0) {
            return titles.getOrDefault(word, 0) > 1 ? 0 : 1;
        }
        return index.body().rarity(term)
                / StrictMath.log(Math.max(2, index.patterns().frozen()));
    }

    private static Map<String, Integer> titles(Patterns patterns) {
        Map<String, Integer> titles = new HashMap<>();
        for (int pattern = 0; pattern < patterns.frozen(); pattern++) {
            for (String word :
                    new HashSet<>(Canonical.words(patterns.profile(pattern).title()))) {
                titles.merge(word, 1, Integer::sum);
            }
        }
        return titles;
    }
}
