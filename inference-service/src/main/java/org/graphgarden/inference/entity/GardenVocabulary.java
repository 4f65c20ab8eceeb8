package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphgarden.inference.entity.Concept.Holder;
import org.graphgarden.inference.index.Patterns;
import org.graphgarden.inference.profile.Profile.EntityMention;
import org.graphgarden.inference.text.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * The concepts that people (or others than Graph Garden) gave to the patterns of a garden, and how words take part in them. Every
 * figure can be asked for without one pattern's own share: no pattern is evidence for itself.
 */
final class GardenVocabulary {
    private final Lexicon lexicon;
    private final Map<String, Concept> byId = new HashMap<>();
    private final List<List<Concept>> ofPattern = new ArrayList<>();
    /** Asked for each word of a text, most of which begin no label; small enough to stay in the processor's cache. */
    private final BitSet firstWords = new BitSet();

    private final List<List<Concept>> byFirstWord = new ArrayList<>();
    private final List<List<Concept>> byWord = new ArrayList<>();
    private int tagged;

    GardenVocabulary(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Adds the entities of the next pattern; patterns come in the order of their numbers. */
    void addPattern(List<EntityMention> entities) {
        int pattern = ofPattern.size();
        List<Concept> own = new ArrayList<>();
        for (EntityMention entity : entities) {
            int[] words = lexicon.addLabel(entity.label());
            if (words.length > 0) {
                Concept concept = concept(words);
                if (!own.contains(concept)) {
                    own.add(concept);
                    concept.add(new Holder(pattern, Spaces.tidy(entity.label()), entity.type(), entity.relevance()));
                }
            }
        }
        ofPattern.add(own);
        tagged += own.isEmpty() ? 0 : 1;
    }

    private Concept concept(int[] words) {
        return byId.computeIfAbsent(id(words), id -> {
            Concept concept = new Concept(id, words);
            add(concept, words[0], byFirstWord);
            firstWords.set(words[0]);
            Set<Integer> seen = new HashSet<>();
            for (int word : words) {
                if (!lexicon.isFiller(word) && seen.add(word)) {
                    add(concept, word, byWord);
                }
            }
            return concept;
        });
    }

    private static void add(Concept concept, int word, List<List<Concept>> byWord) {
        while (byWord.size() <= word) {
            byWord.add(List.of());
        }
        if (byWord.get(word).isEmpty()) {
            byWord.set(word, new ArrayList<>());
        }
        byWord.get(word).add(concept);
    }

    /** The canonical id of these words. */
    String id(int[] words) {
        StringBuilder id = new StringBuilder();
        for (int word : words) {
            id.append(id.isEmpty() ? "" : "-").append(lexicon.word(word));
        }
        return id.toString();
    }

    /** The concept of this id that others than the pattern hold, or null. */
    @Nullable Concept find(String id, int without) {
        Concept concept = byId.get(id);
        return concept != null && concept.frequencyWithout(without) > 0 ? concept : null;
    }

    List<Concept> startingWith(int word) {
        return word >= 0 && firstWords.get(word) ? byFirstWord.get(word) : List.of();
    }

    List<Concept> containing(int word) {
        return word < byWord.size() ? byWord.get(word) : List.of();
    }

    /** The concepts of a pattern, in file order; none of a pattern that was not there. */
    List<Concept> of(int pattern) {
        return pattern == Patterns.NONE ? List.of() : ofPattern.get(pattern);
    }

    /** How many patterns have concepts. */
    int tagged() {
        return tagged;
    }

    boolean isTagged(int pattern) {
        return !ofPattern.get(pattern).isEmpty();
    }

    int patterns() {
        return ofPattern.size();
    }
}
