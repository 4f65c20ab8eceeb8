package org.graphgarden.inference.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.graphgarden.inference.model.ModelPart;

/**
 * A sum of one curve a feature: an additive model (Hastie and Tibshirani, 1986), which can still be read feature by feature.
 *
 * @param bias what it is without any feature
 * @param curves by {@link Feature#ordinal()}
 */
public record AdditiveModel(double bias, List<Curve> curves) {
    private static final double[] NONE = {};

    public AdditiveModel {
        curves = List.copyOf(curves);
        if (curves.size() != Feature.COUNT) {
            throw new IllegalArgumentException("one curve a feature is needed: " + curves.size());
        }
    }

    static AdditiveModel of(ModelPart part) {
        List<Curve> curves = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            curves.add(part.node().has(feature.key()) ? curve(part, feature.key()) : new Curve(0, NONE, NONE));
        }
        return new AdditiveModel(part.number("bias"), curves);
    }

    private static Curve curve(ModelPart part, String key) {
        if (part.node().path(key).isNumber()) {
            return new Curve(part.number(key), NONE, NONE);
        }
        ModelPart curve = part.part(key);
        double[] knots = curve.numbers("knots");
        double[] bends = curve.numbers("bends");
        if (knots.length != bends.length) {
            throw curve.refusal("bends", "has to have one number a knot");
        }
        for (int i = 1; i < knots.length; i++) {
            if (knots[i] <= knots[i - 1]) {
                throw curve.refusal("knots", "have to ascend");
            }
        }
        return new Curve(curve.number("slope"), knots, bends);
    }

    /** A straight curve is its slope; features without influence are left out. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bias", bias);
        for (Feature feature : Feature.values()) {
            Curve curve = curves.get(feature.ordinal());
            if (curve.knots().length > 0) {
                ObjectNode node = json.putObject(feature.key()).put("slope", curve.slope());
                addAll(node, "knots", curve.knots());
                addAll(node, "bends", curve.bends());
            } else if (curve.slope() != 0) {
                json.put(feature.key(), curve.slope());
            }
        }
        return json;
    }

    private static void addAll(ObjectNode node, String name, double[] numbers) {
        for (double number : numbers) {
            node.withArray(name).add(number);
        }
    }

    /** Summed in the order of the features. */
    public double score(double[] features) {
        double sum = bias;
        for (int i = 0; i < features.length; i++) {
            sum += curves.get(i).at(features[i]);
        }
        return sum;
    }
}
