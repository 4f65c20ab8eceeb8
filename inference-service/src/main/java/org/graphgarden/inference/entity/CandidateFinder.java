package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Share of the texts above which a word alone tells nothing of one of them. */
    private static final double COMMON = 0.3;

    private static final Set<String> JOINING = Set.of("and", "of");

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
        pattern.names().forEach(name -> addName(name, pattern.number(), found));
        addTitle(pattern.title(), pattern.number(), found);
        addPhrases(pattern.title(), pattern, found);
        addPhrases(pattern.about(), pattern, found);
        addCovered(pattern, found);
        addFromText(pattern, found);
        for (int neighbour : near.nearest()) {
            for (Concept concept : vocabulary.of(neighbour)) {
                if (isTouched(concept, pattern.occurrences())) {
                    addConcept(concept, pattern.number(), found);
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private void addPhrases(WordRun run, PatternView pattern, Map<String, Candidate> found) {
        for (int from = 0; from < run.length(); from++) {
            for (int to = from + 1; to <= run.length() && to - from <= LONGEST_PHRASE && run.word(to - 1) >= 0; to++) {
                if (isPhrase(run, from, to) && isName(run.slice(from, to), pattern)) {
                    addPhrase(run.slice(from, to), run.spelling(from, to), pattern.number(), found);
                }
            }
        }
    }

    /** Begins and ends with a word that can; within, only words that can and such as join names, or it would be a piece of a sentence. */
    private boolean isPhrase(WordRun run, int from, int to) {
        int last = run.word(to - 1);
        boolean phrase = isContent(run.word(from))
                && isContent(last)
                && PhraseWords.mayBegin(lexicon.word(run.word(from)))
                && PhraseWords.mayEnd(lexicon.word(last))
                && (to - from > 1 || (use.share(last) <= COMMON && PhraseWords.mayBeAlone(lexicon.word(last))));
        for (int at = from + 1; phrase && at < to - 1; at++) {
            String word = lexicon.word(run.word(at));
            phrase = isContent(run.word(at)) ? PhraseWords.mayJoin(word) : JOINING.contains(word);
        }
        return phrase;
    }

    /** English names end with their head: what the text always continues with a further word is but the beginning of one. */
    private boolean isName(int[] words, PatternView pattern) {
        return vocabulary.find(vocabulary.id(words), pattern.number()) != null
                || !pattern.occurrences().isAlwaysFollowed(words, lexicon::mayBegin);
    }

    private boolean isContent(int word) {
        return word >= 0 && !lexicon.isFiller(word);
    }

    /** A title is a name, whatever words it is made of; unless it is a whole sentence. */
    private void addTitle(WordRun title, int pattern, Map<String, Candidate> found) {
        int length = title.length();
        boolean words = Arrays.stream(title.words()).allMatch(word -> word >= 0);
        if (length > 0 && length <= LONGEST_PHRASE && words && isContent(title.word(length - 1))) {
            addPhrase(title.words(), title.spelling(0, length), pattern, found);
        }
    }

    private void addPhrase(int[] words, String spelling, int pattern, Map<String, Candidate> found) {
        String id = vocabulary.id(words);
        if (!found.containsKey(id)) {
            found.put(id, new Candidate(id, words, spelling, vocabulary.find(id, pattern), false));
        }
    }

    private void addName(WordRun name, int pattern, Map<String, Candidate> found) {
        int[] words = name.words();
        if (Arrays.stream(words).allMatch(word -> word >= 0)) {
            String id = vocabulary.id(words);
            found.putIfAbsent(
                    id, new Candidate(id, words, name.spelling(0, words.length), vocabulary.find(id, pattern), true));
        }
    }

    /** Whether the text has one of its words. */
    private boolean isTouched(Concept concept, Occurrences text) {
        return Arrays.stream(lexicon.content(concept.words())).anyMatch(word -> text.count(word) > 0);
    }

    private void addConcept(Concept concept, int pattern, Map<String, Candidate> found) {
        if (!found.containsKey(concept.id()) && concept.frequencyWithout(pattern) > 0) {
            found.put(concept.id(), new Candidate(concept.id(), concept.words(), "", concept, false));
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
