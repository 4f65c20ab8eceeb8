package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.gardenOf;
import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.graphgarden.inference.link.Reach;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * How like another has to be to have part in what was inferred of a pattern last. The store keeps it; memory holds that of the few
 * gardens that were changed last, for a change asks for the whole garden's.
 */
final class Reaches {
    private static final int REMEMBERED = 4;

    private final KeyValueStore<String, Double> store;
    private final Map<String, OfGarden> remembered = new LinkedHashMap<>(16, 0.75f, true);

    Reaches(KeyValueStore<String, Double> store) {
        this.store = store;
    }

    @Nullable Double get(String key) {
        return store.get(key);
    }

    /** Keeps the reach of a pattern, or forgets it. */
    void put(String key, @Nullable Double reach) {
        store.put(key, reach);
        OfGarden garden = remembered.get(gardenOf(key));
        if (garden != null) {
            garden.put(RecordKeys.slug(key), reach);
        }
    }

    /** The keys of all patterns of a garden whose reach is known. */
    List<String> keys(String garden) {
        return scan(store, key(garden, "")).stream().map(entry -> entry.key).toList();
    }

    /**
     * Those of a garden as they are now.
     *
     * @param patterns how many patterns it has: when the reach of some is not known, there is no least
     */
    Reach of(String garden, int patterns) {
        OfGarden known = remembered.computeIfAbsent(garden, this::read);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        known.complete = known.bySlug.size() >= patterns;
        return known;
    }

    private OfGarden read(String garden) {
        OfGarden read = new OfGarden();
        scan(store, key(garden, "")).forEach(entry -> read.put(RecordKeys.slug(entry.key), entry.value));
        return read;
    }

    private static final class OfGarden implements Reach {
        private final Map<String, Double> bySlug = new HashMap<>();
        /** Of all that ever were: a bound that is never too high. */
        private double least = Double.POSITIVE_INFINITY;

        private boolean complete;

        void put(String slug, @Nullable Double reach) {
            if (reach == null) {
                bySlug.remove(slug);
            } else {
                bySlug.put(slug, reach);
                least = Math.min(least, reach);
            }
        }

        @Override
        public double applyAsDouble(String slug) {
            return bySlug.getOrDefault(slug, Double.NEGATIVE_INFINITY);
        }

        @Override
        public double least() {
            return complete ? least : Double.NEGATIVE_INFINITY;
        }
    }
}
