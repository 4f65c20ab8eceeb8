package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.gardenOf;
import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.inference.garden.GardenInference;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * One writer for the gardens of a partition: collects profiles into cuts, works off what a cut made stale in short slices, and
 * affirms a cut when it is asked for and nothing is stale.
 */
final class GardenTask implements Processor<String, SpecificRecord, String, SpecificRecord> {
    /** Short enough that transactions, rebalances and other gardens never wait long. */
    static final Duration SLICE = Duration.ofMillis(200);

    private static final Duration PAUSE_BETWEEN_SLICES = Duration.ofMillis(1);

    private final GardenInference.Models models;
    private final double observeThreshold;
    private final InferenceListener listener;
    private final Pace pace;

    private @Nullable Workbench workbench;

    GardenTask(GardenInference.Models models, double observeThreshold, InferenceListener listener, Pace pace) {
        this.models = models;
        this.observeThreshold = observeThreshold;
        this.listener = listener;
        this.pace = pace;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        workbench = new Workbench(context);
        context.schedule(PAUSE_BETWEEN_SLICES, PunctuationType.WALL_CLOCK_TIME, now -> bench().workOneSlice());
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        bench().receive(record.value());
    }

    private Workbench bench() {
        if (workbench == null) {
            throw new IllegalStateException("process before init");
        }
        return workbench;
    }

    /** What the task holds between init and close. */
    private final class Workbench {
        private final ProcessorContext<String, SpecificRecord> context;
        private final GardenStores stores;
        private final Cuts cuts;
        private final StalePatterns stale;
        /** Number of stale patterns by garden, so that they need not be counted after every slice. */
        private final Map<String, Integer> left = new HashMap<>();

        Workbench(ProcessorContext<String, SpecificRecord> context) {
            this.context = context;
            stores = new GardenStores(context);
            cuts = new Cuts(stores, models.name());
            stale = new StalePatterns(stores, models, observeThreshold, listener);
        }

        void receive(@Nullable SpecificRecord value) {
            if (value instanceof PatternProfile profile) {
                if (cuts.receive(profile)) {
                    listener.profiled(profile.getGarden());
                    settle(profile.getGarden());
                }
            } else if (value instanceof PushClosed push) {
                cuts.receive(push);
                listener.closed(push);
                settle(push.getGarden());
            } else if (value instanceof PruneRequest request) {
                stores.requests.put(RecordKeys.ofCycle(request.getGarden(), request.getCycle()), request);
                settle(request.getGarden());
            }
        }

        void workOneSlice() {
            stores.staleGarden().ifPresent(garden -> {
                int before = left.computeIfAbsent(garden, stores::countStale);
                tellStale(garden, before - stale.work(garden, SLICE, context));
                settle(garden);
                pace.moved();
            });
        }

        /** Applies what is ready and, when nothing is stale, answers who asked. */
        private void settle(String garden) {
            if (cuts.advance(garden)) {
                tellStale(garden, stores.countStale(garden));
            }
            listener.inbox(garden, cuts.waiting(garden));
            if (stores.isStale(garden)) {
                return;
            }
            Affirmation cut = stores.cuts.get(garden);
            if (cut != null) {
                listener.settled(cut);
            }
            for (var waiting : scan(stores.requests, key(garden, ""))) {
                if (cuts.hasSeen(garden, waiting.value.getAfter())) {
                    affirm(waiting.key, waiting.value);
                }
            }
        }

        private void tellStale(String garden, int patterns) {
            left.put(garden, patterns);
            listener.todo(garden, patterns);
        }

        private void affirm(String key, PruneRequest request) {
            Affirmation affirmation = Affirmation.newBuilder(stores.cuts.get(gardenOf(key)))
                    .setCycle(request.getCycle())
                    .setKind(request.getKind())
                    .setDate(request.getDate())
                    .setDryRun(request.getDryRun())
                    .build();
            context.forward(new Record<>(key, affirmation, context.currentSystemTimeMs()), InferenceTopology.AFFIRMED);
            stores.requests.delete(key);
        }
    }
}
