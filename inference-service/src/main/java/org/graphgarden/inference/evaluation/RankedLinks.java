package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was proposed for each pattern, best first. A proposal counts for both of its ends, with the higher of two confidences; equals
 * stay in the order in which they came.
 */
final class RankedLinks {
    private final Map<String, Map<String, Double>> bySource = new HashMap<>();

    RankedLinks(List<Prediction> predictions) {
        for (Prediction each : predictions) {
            if (!each.source().equals(each.target())) {
                add(each.source(), each.target(), each.confidence());
                add(each.target(), each.source(), each.confidence());
            }
        }
    }

    private void add(String source, String target, double confidence) {
        bySource.computeIfAbsent(source, any -> new LinkedHashMap<>()).merge(target, confidence, Math::max);
    }

    /** Targets and their confidences, best first. */
    List<Map.Entry<String, Double>> of(String source) {
        List<Map.Entry<String, Double>> ranked =
                new ArrayList<>(bySource.getOrDefault(source, Map.of()).entrySet());
        ranked.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return ranked;
    }
}
