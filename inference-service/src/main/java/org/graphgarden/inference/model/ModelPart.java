package org.graphgarden.inference.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a model file, or an object inside it. Every question that it cannot answer is a {@link ModelFileException} that
 * names the field.
 *
 * @param file where it was read from, for messages
 * @param path names from the top of the file, with dots
 * @param node the JSON object
 */
public record ModelPart(String file, String path, JsonNode node) {

    /** The object of this name. */
    public ModelPart part(String name) {
        JsonNode inner = node.path(name);
        if (!inner.isObject()) {
            throw refusal(name, "has to be an object");
        }
        return new ModelPart(file, path + "." + name, inner);
    }

    /** The finite number of this name. */
    public double number(String name) {
        return finite(name, node.path(name));
    }

    /** The finite number of this name, or 0 when there is none: a feature that got no weight. */
    public double numberOrZero(String name) {
        return node.has(name) ? number(name) : 0;
    }

    /** The list of finite numbers of this name. */
    public double[] numbers(String name) {
        JsonNode list = node.path(name);
        if (!list.isArray()) {
            throw refusal(name, "has to be a list of numbers");
        }
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = finite(name + "[" + i + "]", list.get(i));
        }
        return numbers;
    }

    /** The names in it, in file order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What to throw when a field of this part cannot be used. */
    public ModelFileException refusal(String name, String problem) {
        return new ModelFileException(file, path + "." + name, problem + "; it is " + node.path(name));
    }

    private double finite(String name, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw refusal(name, "has to be a finite number");
        }
        return value.asDouble();
    }
}
