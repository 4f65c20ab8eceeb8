package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what a pattern may be about: phrases of title and summary, concepts of the garden that stand in the text or share most of
 * their words with title and summary, and the concepts of the nearest patterns.
 */
final class CandidateFinder {
    private static final int LONGEST_PHRASE = 4;
    private static final int MOST_COVERED = 80;
    private static final int MOST_IN_TEXT = 80;
    private static final double LEAST_COVER = 0.5;
    private static final Set<String> JOINING = Set.of("and", "of", "for", "in", "to", "with");

    private final Lexicon lexicon;
    private final GardenVocabulary vocabulary;
    private final WordUse use;

    CandidateFinder(Lexicon lexicon, GardenVocabulary vocabulary, WordUse use) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.use = use;
    }

    List<Candidate> find(PatternView pattern, Neighbourhood near) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        addPhrases(pattern.title(), pattern.number(), found);
        addPhrases(pattern.about(), pattern.number(), found);
        addCovered(pattern, found);
        addFromText(pattern, found);
        for (int neighbour : near.nearest()) {
            vocabulary.of(neighbour).forEach(concept -> addConcept(concept, pattern.number(), found));
        }
        return new ArrayList<>(found.values());
    }

    private void addPhrases(WordRun run, int pattern, Map<String, Candidate> found) {
        for (int from = 0; from < run.length(); from++) {
            for (int to = from + 1; to <= run.length() && to - from <= LONGEST_PHRASE && run.word(to - 1) >= 0; to++) {
                if (isPhrase(run, from, to)) {
                    addPhrase(run.slice(from, to), run.spelling(from, to), pattern, found);
                }
            }
        }
    }

    /** Begins and ends with a word that says something; within, only words that join names, or it would be a piece of a sentence. */
    private boolean isPhrase(WordRun run, int from, int to) {
        boolean phrase = isContent(run.word(from)) && isContent(run.word(to - 1));
        for (int at = from + 1; phrase && at < to - 1; at++) {
            phrase = isContent(run.word(at)) || JOINING.contains(lexicon.word(run.word(at)));
        }
        return phrase;
    }

    private boolean isContent(int word) {
        return word >= 0 && !lexicon.isFiller(word);
    }

    private void addPhrase(int[] words, String spelling, int pattern, Map<String, Candidate> found) {
        String id = vocabulary.id(words);
        if (!found.containsKey(id)) {
            found.put(id, new Candidate(id, words, spelling, vocabulary.find(id, pattern)));
        }
    }

    private void addConcept(Concept concept, int pattern, Map<String, Candidate> found) {
        if (!found.containsKey(concept.id()) && concept.frequencyWithout(pattern) > 0) {
            found.put(concept.id(), new Candidate(concept.id(), concept.words(), "", concept));
        }
    }

    /** Concepts by how much of their words, weighted by rarity, stands in title and summary. */
    private void addCovered(PatternView pattern, Map<String, Candidate> found) {
        Set<Concept> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Scored> scored = new ArrayList<>();
        for (int word : pattern.headWords().stream().toArray()) {
            for (Concept concept : lexicon.isFiller(word) ? List.<Concept>of() : vocabulary.containing(word)) {
                if (seen.add(concept)) {
                    addScored(concept, cover(concept, pattern), scored);
                }
            }
        }
        addBest(scored, MOST_COVERED, pattern.number(), found);
    }

    private double cover(Concept concept, PatternView pattern) {
        double all = 0;
        double covered = 0;
        for (int word : concept.words()) {
            double weight = lexicon.isFiller(word) ? 0 : use.rarity(word);
            all += weight;
            covered += pattern.headWords().get(word) ? weight : 0;
        }
        double cover = all == 0 ? 0 : covered / all;
        return cover < LEAST_COVER ? 0 : cover + 1e-3 * StrictMath.log1p(concept.frequencyWithout(pattern.number()));
    }

    /** Concepts by how often, weighted by rarity, they stand in the text as they are. */
    private void addFromText(PatternView pattern, Map<String, Candidate> found) {
        List<Scored> scored = new ArrayList<>();
        Occurrences text = pattern.occurrences();
        for (int row = 0; row < text.size(); row++) {
            for (Concept concept : vocabulary.startingWith(text.word(row))) {
                int count = text.count(row, concept.words());
                addScored(concept, count == 0 ? 0 : StrictMath.log1p(count) * rarity(concept.words()), scored);
            }
        }
        addBest(scored, MOST_IN_TEXT, pattern.number(), found);
    }

    private static void addScored(Concept concept, double score, List<Scored> scored) {
        if (score > 0) {
            scored.add(new Scored(concept, score));
        }
    }

    private double rarity(int[] words) {
        double sum = 0;
        for (int word : words) {
            sum += lexicon.isFiller(word) ? 0 : use.rarity(word);
        }
        return sum;
    }

    private void addBest(List<Scored> scored, int limit, int pattern, Map<String, Candidate> found) {
        scored.stream()
                .filter(each -> each.concept().frequencyWithout(pattern) > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(each -> each.concept()
                        .id()))
                .limit(limit)
                .forEach(each -> addConcept(each.concept(), pattern, found));
    }

    private record Scored(Concept concept, double score) {}
}
