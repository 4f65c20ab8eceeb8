package org.graphgarden.inference.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.graphgarden.inference.model.ModelPart;

/**
 * Weights of the type model.
 *
 * @param shared weights of the evidence for a type, the same for every type, in the order of {@link #SHARED}
 * @param own by type, then in the order of {@link #OWN}: weights of what a label looks like
 */
public record TypeWeights(double[] shared, double[][] own) {
    static final List<String> SHARED = List.of("concept_share", "last_share", "first_share", "cue");
    static final List<String> OWN = List.of("bias", "ing_end", "abstract_end", "one_word");

    /** How many types there are. */
    public static final int TYPES = EntityType.COUNT;

    /** How many kinds of evidence are the same for every type. */
    public static final int SHARED_COUNT = SHARED.size();

    /** How many features a label's look has. */
    public static final int OWN_COUNT = OWN.size();

    static TypeWeights of(ModelPart part) {
        double[] shared = numbers(part.part("shared"), SHARED);
        double[][] own = new double[TYPES][];
        for (EntityType type : EntityType.values()) {
            own[type.ordinal()] = numbers(part.part(type.text()), OWN);
        }
        return new TypeWeights(shared, own);
    }

    private static double[] numbers(ModelPart part, List<String> names) {
        return names.stream().mapToDouble(part::number).toArray();
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json.putObject("shared"), SHARED, shared);
        for (EntityType type : EntityType.values()) {
            put(json.putObject(type.text()), OWN, own[type.ordinal()]);
        }
        return json;
    }

    private static void put(ObjectNode json, List<String> names, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            json.put(names.get(i), numbers[i]);
        }
    }

    /** Log-odds, but for a constant, of a type. */
    public double score(int type, double[] evidence, double[] look) {
        double score = 0;
        for (int i = 0; i < evidence.length; i++) {
            score += shared[i] * evidence[i];
        }
        for (int i = 0; i < look.length; i++) {
            score += own[type][i] * look[i];
        }
        return score;
    }

    /** The type with the highest score; of equals the one declared first. */
    public int best(double[][] evidence, double[] look) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int type = 0; type < TYPES; type++) {
            double score = score(type, evidence[type], look);
            if (score > highest) {
                highest = score;
                best = type;
            }
        }
        return best;
    }
}
