package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphgarden.inference.index.Likeness;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.profile.Profile;

/**
 * Tags the patterns of one garden with what they are about. It is built once over all profiles (an epoch) and then only read; any
 * number of threads may ask. A pattern's own entities have no part in its answer.
 */
public final class EntityTagger {
    private static final int MOST = 10;
    private static final double ALIKE = 0.5;

    /** With fewer tagged patterns than this the garden's vocabulary is no guide, and the models for cold gardens are used. */
    private static final int WARM = 30;

    private static final double RELEVANCE_STEPS = 100;
    private static final double SCORE_QUANTUM = 1e9;

    private final Patterns patterns;
    private final Lexicon lexicon = new Lexicon();
    private final GardenVocabulary vocabulary = new GardenVocabulary(lexicon);
    private final int[][] texts;
    private final WordUse use;
    private final CandidateFinder finder;
    private final TypeModel types;
    private final LinearModel ranker;
    private final LinearModel relevance;

    private EntityTagger(Patterns patterns) {
        this.patterns = patterns;
        texts = new int[patterns.size()][];
        int tagged = 0;
        for (int number = 0; number < patterns.size(); number++) {
            vocabulary.addPattern(patterns.profile(number).entities());
            texts[number] = PatternView.addText(patterns.profile(number), lexicon);
            tagged += vocabulary.isTagged(number) ? 1 : 0;
        }
        use = WordUse.empty(lexicon.size());
        for (int number = 0; number < patterns.size(); number++) {
            BitSet head = PatternView.headWords(patterns.profile(number), lexicon);
            use.add(new Occurrences(texts[number]).words(), head, vocabulary.of(number));
        }
        use.freeze();
        finder = new CandidateFinder(lexicon, vocabulary, use);
        String kind = tagged < WARM ? "cold" : "warm";
        types = new TypeModel(lexicon, vocabulary, "types.txt");
        ranker = new LinearModel("ranker-" + kind + ".txt");
        relevance = new LinearModel("relevance-" + kind + ".txt");
    }

    /** Opens an epoch over these patterns. */
    public static EntityTagger over(Patterns patterns) {
        return new EntityTagger(patterns);
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
        return describe(choose(score(likeness, view), view), view.number());
    }

    /** The best that are not alike: of two labels that share half of their words the better one. */
    private List<Scored> choose(List<Scored> scored, PatternView view) {
        List<Scored> chosen = new ArrayList<>();
        for (Scored each : scored) {
            if (chosen.size() == MOST) {
                break;
            }
            if (chosen.stream().noneMatch(other -> alike(each.candidate(), other.candidate()))
                    && mayBeNamed(each.candidate(), view)) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private boolean mayBeNamed(Candidate candidate, PatternView view) {
        return !types.typeOf(candidate, view.number()).isName()
                || view.occurrences().count(candidate.words()) > 0;
    }

    private boolean alike(Candidate left, Candidate right) {
        Set<Integer> both = content(left);
        Set<Integer> other = content(right);
        int all = both.size() + other.size();
        both.retainAll(other);
        return both.size() >= ALIKE * (all - both.size());
    }

    private Set<Integer> content(Candidate candidate) {
        return Arrays.stream(lexicon.content(candidate.words())).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    private List<Entity> describe(List<Scored> chosen, int pattern) {
        List<Entity> entities = new ArrayList<>();
        for (Scored each : chosen) {
            Candidate candidate = each.candidate();
            double about = StrictMath.min(1, StrictMath.max(0, relevance.score(each.features())));
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

    private PatternView view(int pattern, Patterns now) {
        Profile profile = now.profile(pattern);
        int[] text = pattern < texts.length ? texts[pattern] : PatternView.readText(profile, lexicon);
        return PatternView.of(now.origin(pattern), profile, text, lexicon);
    }

    private List<Scored> score(Likeness likeness, PatternView view) {
        Neighbourhood near = new Neighbourhood(likeness, view.number(), vocabulary);
        FeatureExtractor extractor = new FeatureExtractor(lexicon, vocabulary, use, view, near);
        List<Scored> scored = new ArrayList<>();
        for (Candidate candidate : finder.find(view, near)) {
            double[] features = extractor.of(candidate);
            // Quantised, so that no two machines see a different order of equals.
            double score = StrictMath.rint(ranker.score(features) * SCORE_QUANTUM) / SCORE_QUANTUM;
            scored.add(new Scored(candidate, score, features));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(each -> each.candidate()
                .id()));
        return scored;
    }

    /** A candidate with its features and its score, log-odds that it is an entity of the pattern. */
    record Scored(Candidate candidate, double score, double[] features) {}
}
