package org.graphgarden.inference.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which types labels with a certain first or last word have in a garden. */
final class TypeUse {
    private final Map<String, EntityType> types = new HashMap<>();
    private final Map<Integer, int[]> byFirst = new HashMap<>();
    private final Map<Integer, int[]> byLast = new HashMap<>();

    TypeUse(GardenVocabulary vocabulary) {
        for (EntityType type : EntityType.values()) {
            types.put(type.text(), type);
        }
        for (int pattern = 0; pattern < vocabulary.patterns(); pattern++) {
            for (Concept concept : vocabulary.of(pattern)) {
                count(row(byFirst, concept.words()[0]), concept, pattern, 1);
                count(row(byLast, concept.words()[concept.words().length - 1]), concept, pattern, 1);
            }
        }
    }

    private static int[] row(Map<Integer, int[]> rows, int word) {
        return rows.computeIfAbsent(word, any -> new int[EntityType.COUNT]);
    }

    /** How often the concept has each type in patterns other than this one. */
    int[] ofConcept(Concept concept, int without) {
        int[] counts = new int[EntityType.COUNT];
        for (Concept.Holder holder : concept.holders()) {
            EntityType type = types.get(holder.type());
            if (type != null && holder.pattern() != without) {
                counts[type.ordinal()]++;
            }
        }
        return counts;
    }

    /** Types of the labels that begin with the word, those of one pattern left out. */
    int[] ofFirst(int word, List<Concept> own, int without) {
        return withoutOwn(byFirst, word, own, without, true);
    }

    /** Types of the labels that end with the word, those of one pattern left out. */
    int[] ofLast(int word, List<Concept> own, int without) {
        return withoutOwn(byLast, word, own, without, false);
    }

    private int[] withoutOwn(Map<Integer, int[]> by, int word, List<Concept> own, int pattern, boolean first) {
        int[] all = by.get(word);
        if (all == null) {
            return new int[EntityType.COUNT];
        }
        int[] counts = all.clone();
        for (Concept concept : own) {
            if (concept.words()[first ? 0 : concept.words().length - 1] == word) {
                count(counts, concept, pattern, -1);
            }
        }
        return counts;
    }

    private void count(int[] counts, Concept concept, int pattern, int step) {
        for (Concept.Holder holder : concept.holders()) {
            EntityType type = types.get(holder.type());
            if (type != null && holder.pattern() == pattern) {
                counts[type.ordinal()] += step;
            }
        }
    }
}
