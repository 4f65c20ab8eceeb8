package org.graphgarden.inference.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.inference.text.TextResource;

/** Named weights from a readable resource: a name and a number on each line. Data, date and figures of the fit stand in its head. */
final class Weights {
    private final String resource;
    private final Map<String, Double> byName = new HashMap<>();

    Weights(String resource) {
        this.resource = resource;
        for (String line : TextResource.lines(Weights.class, resource)) {
            List<String> parts = List.of(line.split("\\s+"));
            if (parts.size() != 2 || byName.put(parts.get(0), Double.valueOf(parts.get(1))) != null) {
                throw new IllegalStateException("not one name and one number in " + resource + ": " + line);
            }
        }
    }

    /** The weight of this name; a resource that lacks one does not fit the code. */
    double get(String name) {
        Double weight = byName.get(name);
        if (weight == null) {
            throw new IllegalStateException("weight " + name + " is missing in " + resource);
        }
        return weight;
    }
}
