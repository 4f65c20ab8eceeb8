package org.graphgarden.inference.entity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graphgarden.inference.text.TextResource;

/**
 * Says of which type an entity is: the type with the highest score, a weighted sum of how the garden types the concept and labels
 * with the same last or first word, of cue words, and of endings.
 */
final class TypeModel {
    private static final double CONCEPT_DOUBT = 0.5;
    private static final double WORD_DOUBT = 2;

    private final Lexicon lexicon;
    private final GardenVocabulary vocabulary;
    private final TypeUse use;
    private final Map<EntityType, Set<String>> cues = new EnumMap<>(EntityType.class);
    private final TypeWeights weights;

    TypeModel(Lexicon lexicon, GardenVocabulary vocabulary, TypeWeights weights) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.weights = weights;
        use = new TypeUse(vocabulary);
        readCues();
    }

    private void readCues() {
        for (String line : TextResource.lines(TypeModel.class, "type-cues.txt")) {
            List<String> words = List.of(line.split("\\s+"));
            cues.put(EntityType.valueOf(words.get(0)), new HashSet<>(words.subList(1, words.size())));
        }
    }

    /** The type; what is spelled as a person's name is one. */
    EntityType typeOf(Candidate candidate, int pattern) {
        return candidate.person()
                ? EntityType.PERSON
                : EntityType.values()[weights.best(evidence(candidate, pattern), shape(candidate))];
    }

    /** By type: share among the concept's types, among those of its last and first word (all shrunk to 0), and whether a cue fits. */
    double[][] evidence(Candidate candidate, int pattern) {
        int[] words = candidate.words();
        int last = words[words.length - 1];
        List<Concept> mine = vocabulary.of(pattern);
        double[] concept = candidate.concept() == null
                ? new double[EntityType.COUNT]
                : shares(use.ofConcept(candidate.concept(), pattern), CONCEPT_DOUBT);
        double[] lasts = shares(use.ofLast(last, mine, pattern), WORD_DOUBT);
        double[] firsts = shares(use.ofFirst(words[0], mine, pattern), WORD_DOUBT);
        double[][] evidence = new double[EntityType.COUNT][];
        for (EntityType type : EntityType.values()) {
            int i = type.ordinal();
            double cue = cues.getOrDefault(type, Set.of()).contains(lexicon.word(last)) ? 1 : 0;
            evidence[i] = new double[] {concept[i], lasts[i], firsts[i], cue};
        }
        return evidence;
    }

    double[] shape(Candidate candidate) {
        int[] words = candidate.words();
        String last = lexicon.word(words[words.length - 1]);
        return new double[] {
            1, last.endsWith("ing") ? 1 : 0, Endings.isAbstract(last) ? 1 : 0, words.length == 1 ? 1 : 0
        };
    }

    private static double[] shares(int[] counts, double doubt) {
        double total = Arrays.stream(counts).sum() + doubt;
        return Arrays.stream(counts).mapToDouble(count -> count / total).toArray();
    }
}
