package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.cloudevents.EventHeaders;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.CandidateLink;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.LinkState;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Stage;
import org.graphgarden.inference.garden.Enrichment;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.inference.stream.Consultation.Asked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off what a cut made stale, the most urgent first. */
final class StalePatterns {
    private static final Logger LOG = LoggerFactory.getLogger(StalePatterns.class);
    private static final int BATCH = 32;

    /** How far it looks for what is urgent. When more is stale, the whole garden is. */
    private static final int LOOK_AHEAD = 512;

    private final GardenStores stores;
    private final OpenGardens gardens;
    private final Consultation consultation;
    private final double observeThreshold;
    private final InferenceListener listener;

    StalePatterns(
            GardenStores stores,
            OpenGardens gardens,
            Consultation consultation,
            double observeThreshold,
            InferenceListener listener) {
        this.stores = stores;
        this.gardens = gardens;
        this.consultation = consultation;
        this.observeThreshold = observeThreshold;
        this.listener = listener;
    }

    private record Pattern(
            String key, Staleness staleness, @Nullable PatternProfile profile) {}

    /** What was inferred; with advice when a language model is to be asked first; with a failure when it cannot be. */
    private record Result(
            @Nullable EnrichedPattern pattern,
            @Nullable Double reach,
            Optional<Asked> asked,
            Optional<RuntimeException> failure) {
        Result(@Nullable EnrichedPattern pattern, @Nullable Double reach) {
            this(pattern, reach, Optional.empty(), Optional.empty());
        }
    }

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
        int worked = tellReleased(garden, cut, context);
        List<Pattern> batch;
        do {
            batch = mostUrgent(garden);
            List<Result> results = batch.parallelStream()
                    .map(pattern -> attempt(pattern, cut, open.get()))
                    .toList();
            for (int i = 0; i < batch.size(); i++) {
                Optional<Result> settled = settle(results.get(i), cut);
                if (settled.isPresent()) {
                    refuse(batch.get(i), settled.get(), cut, context);
                    done(batch.get(i).key(), settled.get(), cut, context);
                    worked++;
                }
            }
        } while (batch.size() == BATCH && !time.isOver());
        return worked;
    }

    /** Tells what was held back until its answers came. */
    private int tellReleased(String garden, Affirmation cut, ProcessorContext<String, SpecificRecord> context) {
        int told = 0;
        for (Asked asked : consultation.release(garden)) {
            if (asked.cut().equals(cut) && stores.todo.get(asked.key()) != null) {
                done(asked.key(), advised(asked, consultation.advised(asked), cut), cut, context);
                told++;
            }
        }
        return told;
    }

    /** With the answers of the language model; empty when they are still to come. */
    private Optional<Result> settle(Result result, Affirmation cut) {
        return result.asked().isEmpty()
                ? Optional.of(result)
                : result.asked()
                        .flatMap(asked -> consultation.settle(asked).map(advised -> advised(asked, advised, cut)));
    }

    private static Result advised(Asked asked, Enrichment enrichment, Affirmation cut) {
        return new Result(Records.enriched(asked.profile(), enrichment, cut), asked.reach());
    }

    private void done(String key, Result result, Affirmation cut, ProcessorContext<String, SpecificRecord> context) {
        if (result.failure().isEmpty()) {
            tell(key, result, cut, context);
        }
        stores.todo.delete(key);
        listener.inferred(cut.getGarden(), cut.getPatterns());
    }

    /** Of what is equally urgent, by slug; not what waits for answers. */
    private List<Pattern> mostUrgent(String garden) {
        int most = Math.min(BATCH, consultation.room());
        if (most == 0) {
            return List.of();
        }
        return scan(stores.todo, key(garden, ""), LOOK_AHEAD).stream()
                .filter(entry -> !consultation.isHeld(entry.key))
                .sorted(Comparator.comparing(entry -> Staleness.of(entry.value)))
                .limit(most)
                .map(entry -> new Pattern(entry.key, Staleness.of(entry.value), stores.patterns.get(entry.key)))
                .toList();
    }

    /** One pattern must not stop the others. What Kafka throws, of a store say, is no pattern's fault. */
    private Result attempt(Pattern stale, Affirmation cut, GardenInference inference) {
        try {
            return infer(stale, cut, inference);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            return new Result(null, null, Optional.empty(), Optional.of(e));
        }
    }

    /** Keeps what cannot be inferred as a dead letter; what was inferred of it before still stands. */
    private void refuse(
            Pattern stale, Result result, Affirmation cut, ProcessorContext<String, SpecificRecord> context) {
        PatternProfile profile = stale.profile();
        if (result.failure().isPresent() && profile != null) {
            RuntimeException failure = result.failure().get();
            LOG.warn("cannot infer {}", stale.key(), failure);
            long now = context.currentSystemTimeMs();
            DeadLetter letter = Letters.of(
                            ReasonCode.INFERENCE_FAILED,
                            Stage.GARDEN,
                            "Nothing can be inferred for the pattern: " + failure,
                            Instant.ofEpochMilli(now))
                    .setGarden(cut.getGarden())
                    .setRepository(profile.getRepository())
                    .setPath(profile.getPath())
                    .setCommit(profile.getCommit())
                    .build();
            context.forward(new Record<>(stale.key(), letter, now), InferenceTopology.DEAD_IN_GARDEN);
            listener.deadLetter(cut.getGarden(), Stage.GARDEN, letter.getCode());
        }
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
        Optional<Asked> asked = consultation
                .on(profile, enrichment)
                .map(advice -> new Asked(stale.key(), profile, advice, enrichment.reach(), cut));
        return new Result(Records.enriched(profile, enrichment, cut), enrichment.reach(), asked, Optional.empty());
    }

    private void tell(String key, Result result, Affirmation cut, ProcessorContext<String, SpecificRecord> context) {
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
