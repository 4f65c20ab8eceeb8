package org.graphgarden.inference.link.type;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.model.ModelFile;
import org.graphgarden.inference.model.ModelPart;

/**
 * Multinomial logistic regression of type and direction, the part {@code types} of a model file. The scores of a type and of its inverse
 * have the same weights, but those of features that are not mutual change their sign: what is said of a pair from one end is the
 * inverse of what is said from the other. {@link LinkType#COMPLEMENTARY} has the score 0.
 *
 * @param families of {@link #TYPES}, in this order
 */
public record TypeModel(List<Family> families) {
    /** The specific types that have weights; the others are their inverses. */
    public static final List<LinkType> TYPES =
            List.of(LinkType.ALTERNATIVES, LinkType.GENERALIZES_FROM, LinkType.REQUIRES);

    private static final String PART = "types";

    /**
     * One type and its inverse.
     *
     * @param bar it is said only when its probability is higher; .5 (so that no other is as likely) to 1 (never)
     * @param weights by {@link TypeFeature#ordinal()}
     */
    public record Family(double bar, double bias, double[] weights) {
        public Family {
            if (!(bar >= 0.5 && bar <= 1)) {
                throw new IllegalArgumentException("bar must be from 0.5 to 1: " + bar);
            }
            if (weights.length != TypeFeature.values().length) {
                throw new IllegalArgumentException("there must be a weight for each feature: " + weights.length);
            }
        }

        private double mutual(double[] features) {
            double score = bias;
            for (TypeFeature feature : TypeFeature.values()) {
                score += feature.isMutual() ? weights[feature.ordinal()] * features[feature.ordinal()] : 0;
            }
            return score;
        }

        private double leaning(double[] features) {
            double score = 0;
            for (TypeFeature feature : TypeFeature.values()) {
                score += feature.isMutual() ? 0 : weights[feature.ordinal()] * features[feature.ordinal()];
            }
            return score;
        }
    }

    public TypeModel {
        families = List.copyOf(families);
        if (families.size() != TYPES.size()) {
            throw new IllegalArgumentException("there must be weights for each of " + TYPES + ": " + families.size());
        }
    }

    /** The part of a model file. */
    public static TypeModel of(ModelFile file) {
        List<Family> families = new ArrayList<>();
        for (LinkType type : TYPES) {
            ModelPart part = file.part(PART).part(type.key());
            double bar = part.number("bar");
            if (!(bar >= 0.5 && bar <= 1)) {
                throw part.refusal("bar", "has to be from 0.5 to 1");
            }
            double[] weights = new double[TypeFeature.values().length];
            for (TypeFeature feature : TypeFeature.values()) {
                weights[feature.ordinal()] = part.part("weights").numberOrZero(feature.key());
            }
            families.add(new Family(bar, part.number("bias"), weights));
        }
        return new TypeModel(families);
    }

    /** As it stands in a model file; weights of 0 are left out. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < TYPES.size(); i++) {
            Family family = families.get(i);
            ObjectNode part = json.putObject(TYPES.get(i).key());
            part.put("bar", family.bar).put("bias", family.bias);
            ObjectNode weights = part.putObject("weights");
            for (TypeFeature feature : TypeFeature.values()) {
                if (family.weights[feature.ordinal()] != 0) {
                    weights.put(feature.key(), family.weights[feature.ordinal()]);
                }
            }
        }
        return json;
    }

    /** Probability of each type, by ordinal. */
    public double[] probabilities(double[] features) {
        double[] scores = new double[LinkType.values().length];
        double most = 0;
        for (int i = 0; i < TYPES.size(); i++) {
            LinkType type = TYPES.get(i);
            double mutual = families.get(i).mutual(features);
            double leaning = type.inverse() == type ? 0 : families.get(i).leaning(features);
            scores[type.inverse().ordinal()] = mutual - leaning;
            scores[type.ordinal()] = mutual + leaning;
            most = Math.max(most, mutual + Math.abs(leaning));
        }
        return softmax(scores, most);
    }

    private static double[] softmax(double[] scores, double most) {
        double[] likely = new double[scores.length];
        for (int type = 0; type < scores.length; type++) {
            likely[type] = StrictMath.exp(scores[type] - most);
        }
        double all = likely[LinkType.COMPLEMENTARY.ordinal()];
        for (LinkType type : TYPES) {
            // A type and its inverse are added first: so the sum is the same from either end.
            double inverse = type.inverse() == type ? 0 : likely[type.inverse().ordinal()];
            all += likely[type.ordinal()] + inverse;
        }
        for (int type = 0; type < likely.length; type++) {
            likely[type] /= all;
        }
        return likely;
    }

    /** Whether it says a specific type of any pair: not when every bar is out of reach, so that nobody has to ask. */
    public boolean isSpecific() {
        return families.stream().anyMatch(family -> family.bar < 1);
    }

    /** The type to say: a specific one that is above its bar, else {@link LinkType#COMPLEMENTARY}. */
    public LinkType typeOf(double[] features) {
        return said(probabilities(features));
    }

    /** The type to say when these are the probabilities, by ordinal. */
    public LinkType said(double[] likely) {
        for (int i = 0; i < TYPES.size(); i++) {
            for (LinkType type : List.of(TYPES.get(i), TYPES.get(i).inverse())) {
                if (likely[type.ordinal()] > families.get(i).bar) {
                    return type;
                }
            }
        }
        return LinkType.COMPLEMENTARY;
    }
}
