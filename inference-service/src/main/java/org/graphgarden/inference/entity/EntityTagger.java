package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.profile.Profile;
import org.graphgarden.inference.text.Canonical;
import org.graphgarden.inference.text.Packed;

/**
 * Tags the patterns of one garden with what they are about. It is built once over all profiles (an epoch) and then only read; any
 * number of threads may ask. A pattern's own entities have no part in its answer.
 */
public final class EntityTagger {
    /** With fewer tagged patterns than this the garden's vocabulary is no guide, and the models for cold gardens are used. */
    private static final int WARM = 100;

    private static final double RELEVANCE_STEPS = 100;
    private static final double SCORE_QUANTUM = 1e9;

    private final Patterns patterns;
    private final Lexicon lexicon = new Lexicon();
    private final GardenVocabulary vocabulary = new GardenVocabulary(lexicon);
    /** The words of each text, packed. */
    private final byte[][] texts;

    private final WordUse use;
    private final CandidateFinder finder;
    private final TypeModel types;
    private final WordHolders holders;
    private final EntityModels.Ranking ranking;

    private EntityTagger(Patterns patterns, EntityModels models) {
        this.patterns = patterns;
        texts = new byte[patterns.size()][];
        for (int number = 0; number < patterns.size(); number++) {
            vocabulary.addPattern(patterns.profile(number).entities());
            texts[number] = Packed.of(PatternView.addText(patterns.profile(number), lexicon));
        }
        use = WordUse.empty(lexicon.size());
        for (int number = 0; number < patterns.size(); number++) {
            BitSet head = PatternView.headWords(patterns.profile(number), lexicon);
            use.add(new Occurrences(Packed.numbers(texts[number])).words(), head, vocabulary.of(number));
        }
        use.freeze();
        finder = new CandidateFinder(lexicon, vocabulary, use);
        holders = new WordHolders(vocabulary, lexicon.size());
        types = new TypeModel(lexicon, vocabulary, models.types());
        ranking = vocabulary.tagged() < WARM ? models.cold() : models.warm();
    }

    /** Opens an epoch over these patterns. */
    public static EntityTagger over(Patterns patterns, EntityModels models) {
        return new EntityTagger(patterns, models);
    }

    /** The entities of the pattern whose likeness this is: up to ten, each id once, most relevant first. */
    public List<Entity> tag(Likeness likeness) {
        return tag(likeness, patterns);
    }

    /**
     * The same of a pattern that may have changed since the epoch was opened. All that it is compared with is as it was then, so no
     * other change can alter the answer.
     *
     * @param now the patterns that the likeness speaks of
     */
    public List<Entity> tag(Likeness likeness, Patterns now) {
        PatternView view = view(likeness.pattern(), now);
        List<String> rejected = now.profile(likeness.pattern()).feedback().entities();
        return describe(choose(without(rejected, score(likeness, view)), view), view.number());
    }

    /** What a steward rejected makes room for the next best, and for what only shares words with it. */
    private static List<Scored> without(List<String> rejected, List<Scored> scored) {
        if (rejected.isEmpty()) {
            return scored;
        }
        Set<String> ids = new HashSet<>(rejected);
        rejected.forEach(id -> ids.add(Canonical.id(id)));
        return scored.stream()
                .filter(each -> !ids.contains(each.candidate().id()))
                .toList();
    }

    private List<Scored> choose(List<Scored> scored, PatternView view) {
        return new Choice<Scored>(
                        Scored::score, each -> lexicon.content(each.candidate().words()))
                .of(scored, each -> mayBeNamed(each.candidate(), view));
    }

    private boolean mayBeNamed(Candidate candidate, PatternView view) {
        return candidate.person()
                || !types.typeOf(candidate, view.number()).isName()
                || view.occurrences().count(candidate.words()) > 0;
    }

    private List<Entity> describe(List<Scored> chosen, int pattern) {
        List<Entity> entities = new ArrayList<>();
        for (Scored each : chosen) {
            Candidate candidate = each.candidate();
            double about =
                    StrictMath.min(1, StrictMath.max(0, ranking.relevance().score(each.features())));
            entities.add(new Entity(
                    candidate.id(),
                    types.typeOf(candidate, pattern).text(),
                    candidate.label(pattern),
                    StrictMath.rint(about * RELEVANCE_STEPS) / RELEVANCE_STEPS));
        }
        entities.sort(Comparator.comparingDouble(Entity::relevance).reversed().thenComparing(Entity::id));
        return entities;
    }

    /** What the models see of a pattern; for fitting them. */
    List<Scored> score(Likeness likeness) {
        return score(likeness, view(likeness.pattern(), patterns));
    }

    /** What the type model sees of a label that the pattern has. */
    Example.Typed typed(int[] words, int pattern, EntityType type) {
        String id = vocabulary.id(words);
        Candidate label = new Candidate(id, words, "", vocabulary.find(id, pattern), false);
        return new Example.Typed(types.evidence(label, pattern), types.shape(label), type.ordinal());
    }

    Lexicon lexicon() {
        return lexicon;
    }

    private PatternView view(int pattern, Patterns now) {
        Profile profile = now.profile(pattern);
        int[] text = pattern < texts.length ? Packed.numbers(texts[pattern]) : PatternView.readText(profile, lexicon);
        return PatternView.of(now.origin(pattern), profile, text, lexicon);
    }

    private List<Scored> score(Likeness likeness, PatternView view) {
        Neighbourhood near = new Neighbourhood(likeness, view.number(), vocabulary);
        FeatureExtractor extractor = new FeatureExtractor(lexicon, vocabulary, use, holders, view, near);
        List<Scored> scored = new ArrayList<>();
        for (Candidate candidate : finder.find(view, near)) {
            double[] features = extractor.of(candidate);
            // Quantised, so that no two machines see a different order of equals.
            double score = StrictMath.rint(ranking.ranker().score(features) * SCORE_QUANTUM) / SCORE_QUANTUM;
            scored.add(new Scored(candidate, score, features));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(each -> each.candidate()
                .id()));
        return scored;
    }

    /** A candidate with its features and its score, log-odds that it is an entity of the pattern. */
    record Scored(Candidate candidate, double score, double[] features) {}
}
