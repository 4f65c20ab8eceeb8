package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.cloudevents.EventHeaders;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.LinkState;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Works off what a cut made stale. The epoch's index is heap memory: opened when the first stale pattern of an epoch is worked
 * on, rebuilt from the store after a restart, and let go when nothing is stale any more.
 */
final class StalePatterns {
    private static final int BATCH = 32;

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

    private record Pattern(String key, @Nullable PatternProfile profile) {}

    private record OpenEpoch(String garden, long epoch, GardenInference inference) {}

    /**
     * Infers stale patterns of the garden in slug order until none is left or the time is used up. A batch is inferred on all
     * cores, which changes nothing: an epoch's answers depend on its profiles alone, and they are told in slug order. Returns
     * how many were inferred.
     */
    int work(String garden, Duration slice, ProcessorContext<String, SpecificRecord> context) {
        long deadline = context.currentSystemTimeMs() + slice.toMillis();
        Affirmation cut = stores.cuts.get(garden);
        GardenInference inference = open(garden, cut.getEpoch());
        List<String> keys = List.of();
        int worked = 0;
        do {
            keys = scan(stores.todo, key(garden, ""), BATCH).stream()
                    .map(entry -> entry.key)
                    .toList();
            List<Pattern> batch = keys.stream()
                    .map(key -> new Pattern(key, stores.patterns.get(key)))
                    .toList();
            List<@Nullable EnrichedPattern> results = batch.parallelStream()
                    .map(pattern -> infer(pattern.profile(), cut, inference))
                    .toList();
            for (int i = 0; i < keys.size(); i++) {
                tell(keys.get(i), results.get(i), cut, context);
                stores.todo.delete(keys.get(i));
                listener.inferred(garden, cut.getPatterns());
            }
            worked += keys.size();
        } while (keys.size() == BATCH && context.currentSystemTimeMs() < deadline);
        if (keys.size() < BATCH) {
            open = null;
        }
        return worked;
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

    private static @Nullable EnrichedPattern infer(
            @Nullable PatternProfile profile, Affirmation cut, GardenInference inference) {
        return profile == null ? null : Records.enriched(profile, inference.enrich(profile.getSlug()), cut);
    }

    private void tell(
            String key,
            @Nullable EnrichedPattern after,
            Affirmation cut,
            ProcessorContext<String, SpecificRecord> context) {
        EnrichedPattern before = stores.enriched.get(key);
        if (after == null ? before == null : EnrichmentDiff.saysTheSame(before, after)) {
            return;
        }
        stores.enriched.put(key, after);
        long now = context.currentSystemTimeMs();
        Headers headers = after == null ? EventHeaders.ofRemoval(cut.getCut()) : new RecordHeaders();
        context.forward(new Record<>(key, after, now, headers), InferenceTopology.ENRICHED);
        List<CandidateLink> links = EnrichmentDiff.links(before, after, observeThreshold);
        for (CandidateLink link : links) {
            context.forward(new Record<>(key, link, now), InferenceTopology.LINKS);
        }
        int observed = (int) links.stream()
                .filter(link -> link.getState() == LinkState.OBSERVED)
                .count();
        listener.told(GardenStores.gardenOf(key), observed, links.size() - observed);
    }
}
