package org.graphgarden.inference.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One concept of the garden's vocabulary: its canonical words and the patterns that hold it, by number. */
final class Concept {
    private final String id;
    private final int[] words;
    private final List<Holder> holders = new ArrayList<>();

    Concept(String id, int[] words) {
        this.id = id;
        this.words = words;
    }

    /** A pattern that holds the concept, and how it is called there. Type may be empty, relevance is 0 when not given. */
    record Holder(int pattern, String label, String type, double relevance) {}

    String id() {
        return id;
    }

    int[] words() {
        return words;
    }

    List<Holder> holders() {
        return holders;
    }

    /** Holders come in the order of their numbers, each once. */
    void add(Holder holder) {
        holders.add(holder);
    }

    /** How many patterns other than this one hold it. */
    int frequencyWithout(int pattern) {
        return holders.size() - (isHeldBy(pattern) ? 1 : 0);
    }

    private boolean isHeldBy(int pattern) {
        int low = 0;
        int high = holders.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holders.get(middle).pattern() < pattern) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < holders.size() && holders.get(low).pattern() == pattern;
    }

    /** The spelling most used by patterns other than this one; of equals the first in the alphabet. */
    String labelWithout(int pattern) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Holder holder : holders) {
            if (holder.pattern() != pattern) {
                counts.merge(holder.label(), 1, Integer::sum);
            }
        }
        String best = id;
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Mean relevance in patterns other than this one that give any; 0 when none does. */
    double relevanceWithout(int pattern) {
        double sum = 0;
        int count = 0;
        for (Holder holder : holders) {
            if (holder.pattern() != pattern && holder.relevance() > 0) {
                sum += holder.relevance();
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
