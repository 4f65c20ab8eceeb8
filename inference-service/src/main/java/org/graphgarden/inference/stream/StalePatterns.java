package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.cloudevents.EventHeaders;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.LinkState;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.garden.GardenInference;
import org.jspecify.annotations.Nullable;

/** Works off what a cut made stale, the most urgent first. */
final class StalePatterns {
    private static final int BATCH = 32;

    /** How far it looks for what is urgent. When more is stale, the whole garden is. */
    private static final int LOOK_AHEAD = 512;

    private final GardenStores stores;
    private final OpenGardens gardens;
    private final double observeThreshold;
    private final InferenceListener listener;

    StalePatterns(GardenStores stores, OpenGardens gardens, double observeThreshold, InferenceListener listener) {
        this.stores = stores;
        this.gardens = gardens;
        this.observeThreshold = observeThreshold;
        this.listener = listener;
    }

    private record Pattern(
            String key, Staleness staleness, @Nullable PatternProfile profile) {}

    private record Result(
            @Nullable EnrichedPattern pattern, @Nullable Double reach) {}

    /**
     * Infers stale patterns of the garden until none is left or the time is used up. A batch is inferred on all cores, which
     * changes nothing: answers depend on the garden's profiles alone. Returns how many were inferred; none while the garden is
     * being opened.
     */
    int work(String garden, Duration slice, ProcessorContext<String, SpecificRecord> context) {
        Optional<GardenInference> open = gardens.find(garden);
        if (open.isEmpty()) {
            return 0;
        }
        Slice time = Slice.of(slice);
        Affirmation cut = stores.cuts.get(garden);
        int worked = 0;
        List<Pattern> batch;
        do {
            batch = mostUrgent(garden);
            List<Result> results = batch.parallelStream()
                    .map(pattern -> infer(pattern, cut, open.get()))
                    .toList();
            for (int i = 0; i < batch.size(); i++) {
                tell(batch.get(i), results.get(i), cut, context);
                stores.todo.delete(batch.get(i).key());
                listener.inferred(garden, cut.getPatterns());
            }
            worked += batch.size();
        } while (batch.size() == BATCH && !time.isOver());
        return worked;
    }

    /** Of what is equally urgent, by slug. */
    private List<Pattern> mostUrgent(String garden) {
        return scan(stores.todo, key(garden, ""), LOOK_AHEAD).stream()
                .sorted(Comparator.comparing(entry -> Staleness.of(entry.value)))
                .limit(BATCH)
                .map(entry -> new Pattern(entry.key, Staleness.of(entry.value), stores.patterns.get(entry.key)))
                .toList();
    }

    private Result infer(Pattern stale, Affirmation cut, GardenInference inference) {
        PatternProfile profile = stale.profile();
        if (profile == null) {
            return new Result(null, null);
        }
        EnrichedPattern before = stores.enriched.get(stale.key());
        if (stale.staleness() == Staleness.RESTATED && before != null) {
            return new Result(Records.restated(before, profile, cut), stores.reaches.get(stale.key()));
        }
        Enrichment enrichment = inference.enrich(profile.getSlug());
        return new Result(Records.enriched(profile, enrichment, cut), enrichment.reach());
    }

    private void tell(Pattern stale, Result result, Affirmation cut, ProcessorContext<String, SpecificRecord> context) {
        String key = stale.key();
        stores.reaches.put(key, result.reach());
        EnrichedPattern after = result.pattern();
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
