package org.graphgarden.inference.fit.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.link.type.TypedPair;

/**
 * How often said types are right. Each pair counts once, from the end from which it was told; said from the other end it would be right
 * or wrong as well.
 *
 * @param pairs how many pairs
 * @param accuracy share of them whose type is right
 * @param complementary the accuracy of always saying complementary
 * @param macroF1 mean F1 of the types that the pairs have
 * @param shareSaid share of the pairs of which a specific type was said
 * @param said by specific type that was said
 */
public record TypeFigures(
        int pairs, double accuracy, double complementary, double macroF1, double shareSaid, Map<LinkType, Said> said) {
    /** @param times how often it was said @param right how often rightly */
    public record Said(int times, int right) {
        double precision() {
            return (double) right / times;
        }
    }

    public TypeFigures {
        said = Collections.unmodifiableMap(new EnumMap<>(said));
    }

    /** Compares what was said of each pair with its type. */
    static TypeFigures of(List<TypedPair> pairs, List<LinkType> answers) {
        int[] there = new int[LinkType.values().length];
        int[] times = new int[there.length];
        int[] right = new int[there.length];
        for (int i = 0; i < answers.size(); i++) {
            there[pairs.get(i).type().ordinal()]++;
            times[answers.get(i).ordinal()]++;
            right[answers.get(i).ordinal()] += pairs.get(i).type() == answers.get(i) ? 1 : 0;
        }
        Map<LinkType, Said> said = new EnumMap<>(LinkType.class);
        List<Double> f1 = new ArrayList<>();
        int hits = 0;
        for (LinkType type : LinkType.values()) {
            int i = type.ordinal();
            hits += right[i];
            if (there[i] > 0) {
                f1.add(2.0 * right[i] / (there[i] + times[i]));
            }
            if (times[i] > 0 && type != LinkType.COMPLEMENTARY) {
                said.put(type, new Said(times[i], right[i]));
            }
        }
        int all = answers.size();
        int plain = LinkType.COMPLEMENTARY.ordinal();
        double macro = f1.stream().mapToDouble(Double::doubleValue).sum() / Math.max(1, f1.size());
        double most = Math.max(1, all);
        return new TypeFigures(all, hits / most, there[plain] / most, macro, (all - times[plain]) / most, said);
    }

    /** For the part {@code about} of a model file; three decimals. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pairs", pairs);
        json.put("accuracy", rounded(accuracy));
        json.put("accuracy_of_always_complementary", rounded(complementary));
        json.put("macro_f1", rounded(macroF1));
        json.put("share_said", rounded(shareSaid));
        said.forEach((type, figures) ->
                json.put("precision_of_" + type.key(), rounded(figures.precision()) + " of " + figures.times()));
        return json;
    }

    private static double rounded(double value) {
        return StrictMath.rint(value * 1000) / 1000;
    }
}
