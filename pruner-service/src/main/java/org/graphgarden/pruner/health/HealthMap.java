package org.graphgarden.pruner.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A garden's health as nested maps, lists, texts and numbers in a fixed order: what a JSON document of it holds. */
public final class HealthMap {
    private HealthMap() {}

    /** The whole of it; what is not known is null. */
    public static Map<String, Object> of(String garden, GardenHealth health) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("garden", garden);
        map.put("date", health.date().toString());
        map.put("lastDate", health.lastDate() == null ? null : health.lastDate().toString());
        map.put("findings", list(health.findings(), HealthMap::finding));
        map.put("measures", list(health.measures(), HealthMap::measurement));
        map.put("tallies", tallies(health));
        map.put("concentrations", list(health.concentrations(), HealthMap::concentration));
        map.put("dangling", list(health.dangling(), HealthMap::dangling));
        map.put("orphans", health.orphans());
        map.put("nearDuplicates", list(health.nearDuplicates(), pair -> List.of(pair.first(), pair.second())));
        return map;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("concern", finding.concern().id());
        map.put("text", finding.text());
        map.put("remedy", finding.concern().remedy());
        return map;
    }

    private static Map<String, Object> measurement(Measurement measurement) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("measure", measurement.measure().id());
        map.put("now", number(measurement.now()));
        map.put("before", number(measurement.before()));
        map.put("last", number(measurement.last()));
        return map;
    }

    private static Map<String, Object> tallies(GardenHealth health) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Tally tally : Tally.values()) {
            map.put(tally.id(), list(health.tally(tally), HealthMap::count));
        }
        return map;
    }

    private static Map<String, Object> count(TallyCount count) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", count.id());
        map.put("now", count.now());
        map.put("before", count.before());
        return map;
    }

    private static Map<String, Object> concentration(Concentration spread) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("links", spread.links().id());
        map.put("by", spread.by().id());
        map.put("count", spread.count());
        map.put("gini", spread.gini());
        map.put("giniBefore", spread.before());
        map.put("top", spread.top());
        map.put("share", spread.share());
        map.put("expected", spread.expected());
        map.put("chance", spread.chance());
        map.put("improbable", spread.improbable());
        map.put("groups", list(spread.groups(), HealthMap::group));
        return map;
    }

    private static Map<String, Object> group(Concentration.Group group) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", group.name());
        map.put("patterns", group.patterns());
        map.put("links", group.links());
        map.put("before", group.before());
        return map;
    }

    private static Map<String, Object> dangling(Dangling dangling) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("repository", dangling.repository());
        map.put("path", dangling.path());
        map.put("target", dangling.target());
        map.put("curated", dangling.curated());
        map.put("cause", dangling.cause());
        map.put("detail", dangling.detail());
        return map;
    }

    /** Without a fraction where there is none. */
    private static @Nullable Number number(@Nullable Double value) {
        if (value == null) {
            return null;
        }
        long whole = Math.round(value);
        if (whole == value) {
            return whole;
        }
        return value;
    }

    private static <T> List<Object> list(List<T> items, Function<T, Object> told) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(told.apply(item)));
        return list;
    }
}
