package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Works off what a cut made stale. The epoch's index is heap memory: opened when the first stale pattern of an epoch is worked
 * on, rebuilt from the store after a restart, and let go when nothing is stale any more.
 */
final class StalePatterns {
    private static final int BATCH = 64;

    private final GardenStores stores;
    private final GardenInference.Models models;
    private final double observeThreshold;
    private final InferenceListener listener;

    private @Nullable OpenEpoch open;

    StalePatterns(
            GardenStores stores, GardenInference.Models models, double observeThreshold, InferenceListener listener) {
        this.stores = stores;
        this.models = models;
        this.observeThreshold = observeThreshold;
        this.listener = listener;
    }

    private record OpenEpoch(String garden, long epoch, GardenInference inference) {}

    /** Infers stale patterns of the garden in slug order until none is left or the time is used up. */
    void work(String garden, Duration slice, ProcessorContext<String, SpecificRecord> context) {
        long deadline = context.currentSystemTimeMs() + slice.toMillis();
        Affirmation cut = stores.cuts.get(garden);
        GardenInference inference = open(garden, cut.getEpoch());
        var batch = scan(stores.todo, key(garden, ""), BATCH);
        for (var entry : batch) {
            infer(entry.key, cut, inference, context);
            stores.todo.delete(entry.key);
            listener.inferred(garden, cut.getPatterns());
            if (context.currentSystemTimeMs() >= deadline) {
                return;
            }
        }
        if (batch.size() < BATCH) {
            open = null;
        }
    }

    private GardenInference open(String garden, long epoch) {
        OpenEpoch current = open;
        if (current == null || !current.garden.equals(garden) || current.epoch != epoch) {
            current = new OpenEpoch(garden, epoch, models.open(profiles(garden)));
            open = current;
        }
        return current.inference;
    }

    private List<Profile> profiles(String garden) {
        List<Profile> profiles = new ArrayList<>();
        try (var entries = stores.patterns.prefixScan(key(garden, ""), new StringSerializer())) {
            while (entries.hasNext()) {
                profiles.add(Records.profile(entries.next().value));
            }
        }
        return profiles;
    }

    private void infer(
            String key, Affirmation cut, GardenInference inference, ProcessorContext<String, SpecificRecord> context) {
        PatternProfile profile = stores.patterns.get(key);
        EnrichedPattern before = stores.enriched.get(key);
        EnrichedPattern after =
                profile == null ? null : Records.enriched(profile, inference.enrich(profile.getSlug()), cut);
        if (after == null ? before == null : EnrichmentDiff.saysTheSame(before, after)) {
            return;
        }
        stores.enriched.put(key, after);
        long now = context.currentSystemTimeMs();
        context.forward(new Record<>(key, after, now), InferenceTopology.ENRICHED);
        for (var link : EnrichmentDiff.links(before, after, observeThreshold)) {
            context.forward(new Record<>(key, link, now), InferenceTopology.LINKS);
        }
    }
}
