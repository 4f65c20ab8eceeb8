package org.graphgarden.inference.entity;

import static org.graphgarden.inference.entity.Feature.*;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Computes the features of the candidates of one pattern. Nothing of the pattern's own entities goes into them. */
final class FeatureExtractor {
    private static final double USUAL_RELEVANCE = 0.85;

    private final Lexicon lexicon;
    private final WordUse use;
    private final PatternView pattern;
    private final Neighbourhood near;
    private final List<Concept> own;
    private final Map<Concept, Double> votes;
    private final WordSums wordVotes = new WordSums();
    private final BitSet titleWords;
    private final BitSet aboutWords;
    private final double titleWeight;
    private final BitSet headingWords;
    private final HolderNearness.OfWords nearWords;
    private final WordSums early = new WordSums();

    FeatureExtractor(
            Lexicon lexicon,
            GardenVocabulary vocabulary,
            WordUse use,
            WordHolders holders,
            PatternView pattern,
            Neighbourhood near) {
        this.lexicon = lexicon;
        this.use = use;
        this.pattern = pattern;
        this.near = near;
        nearWords = new HolderNearness.OfWords(holders, near);
        headingWords = PatternView.words(pattern.headings());
        own = vocabulary.of(pattern.number());
        votes = new IdentityHashMap<>();
        countVotes(vocabulary);
        titleWords = PatternView.words(pattern.title());
        aboutWords = PatternView.words(pattern.about());
        titleWeight = titleWords.stream().mapToDouble(this::weight).sum();
        findEarly(pattern.about());
    }

    private void findEarly(WordRun about) {
        for (int at = 0; at < about.length(); at++) {
            int word = about.word(at);
            if (word >= 0 && early.get(word) == 0) {
                early.add(word, 1 - (double) at / about.length());
            }
        }
    }

    private void countVotes(GardenVocabulary vocabulary) {
        int[] nearest = near.nearest();
        for (int rank = 0; rank < nearest.length; rank++) {
            double share = near.share(rank);
            WordTable words = new WordTable(32);
            for (Concept concept : vocabulary.of(nearest[rank])) {
                votes.merge(concept, share, Double::sum);
                for (int word : concept.words()) {
                    words.add(word);
                }
            }
            for (int place = 0; place < words.size(); place++) {
                wordVotes.add(words.word(place), share);
            }
        }
    }

    /** The features of a candidate, by the order of {@link Feature}. */
    double[] of(Candidate candidate) {
        double[] values = new double[Feature.COUNT];
        int[] words = lexicon.content(candidate.words());
        addCovers(candidate.words(), words, values);
        addSalience(words, values);
        addShape(candidate, words, values);
        addUse(candidate.words(), words, values);
        addConcept(candidate.concept(), values);
        return values;
    }

    private void addCovers(int[] all, int[] words, double[] values) {
        set(values, TITLE_COVER, cover(words, titleWords));
        set(values, ABOUT_COVER, cover(words, aboutWords));
        double head = cover(words, pattern.headWords());
        set(values, HEAD_COVER, head);
        set(values, HEAD_WHOLE, head > 1 - 1e-9 ? 1 : 0);
        set(
                values,
                TEXT_COVER,
                mean(words, this::weight, word -> pattern.occurrences().count(word) > 0 ? 1 : 0));
        double ofTitle = 0;
        for (int word : words) {
            ofTitle += titleWords.get(word) ? weight(word) : 0;
        }
        set(values, OF_TITLE, titleWeight == 0 ? 0 : StrictMath.min(1, ofTitle / titleWeight));
        set(values, TITLE_PHRASE, pattern.title().count(all) > 0 ? 1 : 0);
        set(values, ABOUT_PHRASE, pattern.about().count(all) > 0 ? 1 : 0);
        int count = pattern.occurrences().count(all);
        set(values, TEXT_PHRASES, StrictMath.log1p(count));
        int inside = count == 0 ? 0 : pattern.occurrences().countInside(all, lexicon::mayBegin);
        set(values, WHOLE, count == 0 ? 0 : (double) (count - inside) / count);
        set(values, EARLY, mean(words, word -> 1, early::get));
        set(values, TITLE_SAME, Arrays.equals(pattern.title().words(), all) ? 1 : 0);
        set(values, HEADING_COVER, cover(words, headingWords));
        set(values, HEADING_PHRASES, StrictMath.log1p(pattern.headings().count(all)));
        set(values, KEY_COVER, cover(words, pattern.keyWords()));
        set(values, BOLD_COVER, cover(words, pattern.boldWords()));
    }

    private void addSalience(int[] words, double[] values) {
        IntToDoubleFunction salience =
                word -> StrictMath.log1p(pattern.occurrences().count(word)) * use.rarity(word) / use.highestRarity();
        set(values, SALIENCE, mean(words, word -> 1, salience));
        set(values, LEAST_SALIENCE, least(words, salience));
        IntToDoubleFunction rarity = word -> use.rarity(word) / use.highestRarity();
        set(values, RARITY, mean(words, word -> 1, rarity));
        set(values, RAREST, -least(words, word -> -rarity.applyAsDouble(word)));
    }

    private void addShape(Candidate candidate, int[] words, double[] values) {
        int[] all = candidate.words();
        set(values, CAPITAL, candidate.hasCapital() ? 1 : 0);
        set(values, PERSON_NAME, candidate.person() ? 1 : 0);
        set(values, HEAD_PHRASE, candidate.spelling().isEmpty() ? 0 : 1);
        set(values, ONE_WORD, all.length == 1 ? 1 : 0);
        set(values, THREE_WORDS, all.length == 3 ? 1 : 0);
        set(values, MANY_WORDS, all.length > 3 ? 1 : 0);
        set(values, HAS_FILLER, words.length < all.length ? 1 : 0);
        String last = lexicon.word(all[all.length - 1]);
        set(values, ABSTRACT_END, Endings.isAbstract(last) ? 1 : 0);
        set(values, ING_END, last.endsWith("ing") ? 1 : 0);
        set(values, ING_START, lexicon.word(all[0]).endsWith("ing") ? 1 : 0);
    }

    private void addUse(int[] all, int[] words, double[] values) {
        set(values, FIRST_USE, use.asFirst(all[0], own));
        set(values, LAST_USE, use.asLast(all[all.length - 1], own));
        IntToDoubleFunction uptake =
                word -> use.uptake(word, own, pattern.headWords().get(word));
        set(values, UPTAKE, mean(words, word -> 1, uptake));
        set(values, LEAST_UPTAKE, least(words, uptake));
        IntToDoubleFunction wordVote = wordVotes::get;
        set(values, WORD_VOTES, mean(words, this::weight, wordVote));
        set(values, LEAST_WORD_VOTES, least(words, wordVote));
        set(values, WORD_TEXT, mean(words, word -> 1, word -> nearWords.of(word).text()));
        set(values, LEAST_WORD_TEXT, least(words, word -> nearWords.of(word).text()));
        set(values, WORD_MEANING, mean(words, word -> 1, word -> nearWords
                .of(word)
                .meaning()));
        set(values, LEAST_WORD_MEANING, least(words, word -> nearWords.of(word).meaning()));
    }

    private void addConcept(@Nullable Concept concept, double[] values) {
        if (concept == null) {
            return;
        }
        int self = pattern.number();
        set(values, KNOWN, 1);
        set(values, FREQUENCY, StrictMath.log1p(concept.frequencyWithout(self)));
        double vote = votes.getOrDefault(concept, 0.0);
        set(values, VOTES, vote);
        set(values, ROOT_VOTES, StrictMath.sqrt(vote));
        double text = 0;
        double head = 0;
        double meaning = 0;
        for (Concept.Holder holder : concept.holders()) {
            if (holder.pattern() != self) {
                text = StrictMath.max(text, near.byText(holder.pattern()));
                head = StrictMath.max(head, near.byHead(holder.pattern()));
                meaning = StrictMath.max(meaning, near.byMeaning(holder.pattern()));
            }
        }
        set(values, NEAREST_TEXT, text);
        set(values, NEAREST_HEAD, head);
        set(values, NEAREST_MEANING, meaning);
        HolderNearness nearness = HolderNearness.of(concept, near);
        set(values, CONCEPT_TEXT, nearness.text());
        set(values, CONCEPT_MEANING, nearness.meaning());
        double relevance = concept.relevanceWithout(self);
        set(values, RELEVANCE, relevance == 0 ? 0 : relevance - USUAL_RELEVANCE);
    }

    private double weight(int word) {
        return word < 0 || lexicon.isFiller(word) ? 0 : use.rarity(word);
    }

    private double cover(int[] words, BitSet of) {
        return mean(words, this::weight, word -> of.get(word) ? 1 : 0);
    }

    private static double mean(int[] words, IntToDoubleFunction weight, IntToDoubleFunction value) {
        double sum = 0;
        double weights = 0;
        for (int word : words) {
            double each = weight.applyAsDouble(word);
            sum += each * value.applyAsDouble(word);
            weights += each;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double least(int[] words, IntToDoubleFunction value) {
        double least = Double.POSITIVE_INFINITY;
        for (int word : words) {
            least = StrictMath.min(least, value.applyAsDouble(word));
        }
        return least;
    }

    private static void set(double[] values, Feature feature, double value) {
        values[feature.ordinal()] = value;
    }
}
