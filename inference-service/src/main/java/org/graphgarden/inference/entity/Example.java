package org.graphgarden.inference.entity;

import java.util.List;

/**
 * A pattern that people, or others than Graph Garden, gave entities, as the models see it when its own entities are hidden.
 *
 * @param slug slug of the pattern
 * @param labels how many different labels it has
 * @param candidates what the tagger would choose from
 * @param types its labels and their types, of the types that are told apart
 */
public record Example(String slug, int labels, List<Option> candidates, List<Typed> types) {
    public Example {
        candidates = List.copyOf(candidates);
        types = List.copyOf(types);
    }

    /**
     * A candidate.
     *
     * @param features by {@link Feature#ordinal()}
     * @param words its words that say something, as numbers
     * @param overlap share of words in common with the label that is most like it: 1 when it is that label, 0 below one half
     * @param relevance relevance of that label, 0 when there is none
     */
    public record Option(double[] features, int[] words, double overlap, double relevance) {}

    /**
     * A label and its type.
     *
     * @param evidence by type, then as in {@link TypeWeights#shared()}
     * @param look as in {@link TypeWeights#own()}
     * @param type number of its type
     */
    public record Typed(double[][] evidence, double[] look, int type) {}
}
