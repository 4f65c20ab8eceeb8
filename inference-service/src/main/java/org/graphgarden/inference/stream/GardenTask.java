package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.gardenOf;
import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.LanguageModelAnswer;
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

    /** Profiles of a large push that are placed between two looks at the clock. */
    private static final int PART = 64;

    private static final Duration PAUSE_BETWEEN_SLICES = Duration.ofMillis(1);

    private final Setup setup;
    private final Poison poison;
    private @Nullable Workbench workbench;

    GardenTask(Setup setup, Poison poison) {
        this.setup = setup;
        this.poison = poison;
    }

    /**
     * What all garden tasks of a process share.
     *
     * @param observeThreshold confidence from which on a link is told to consumers of garden.candidate-links
     * @param beside opens gardens
     * @param room how many patterns may be in memory
     * @param pace told of work that goes on
     * @param counsel the language model to turn to, if any
     */
    record Setup(
            GardenInference.Models models,
            EpochRule rule,
            double observeThreshold,
            Executor beside,
            Room room,
            InferenceListener listener,
            Pace pace,
            Optional<Counsel> counsel) {}

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        workbench = new Workbench(context);
        context.schedule(PAUSE_BETWEEN_SLICES, PunctuationType.WALL_CLOCK_TIME, now -> bench().workOneSlice());
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        bench().receive(record);
    }

    @Override
    public void close() {
        if (workbench != null) {
            workbench.gardens.closeAll();
            workbench.consultation.close();
        }
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
        private final OpenGardens gardens;
        private final Cuts cuts;
        private final Epochs epochs;
        private final Consultation consultation;
        private final StalePatterns stale;
        private final InferenceListener listener = setup.listener();
        /** Number of stale patterns by garden, so that they need not be counted after every slice. */
        private final Map<String, Integer> left = new HashMap<>();
        /** Gardens with something to do, in turn: stale patterns, or a push that waits until the garden is open. */
        private final Deque<String> busy = new ArrayDeque<>();

        Workbench(ProcessorContext<String, SpecificRecord> context) {
            this.context = context;
            stores = new GardenStores(context);
            gardens = new OpenGardens(stores, setup.models(), setup.beside(), setup.room(), listener);
            cuts = new Cuts(stores, setup.models().name());
            epochs = new Epochs(stores, gardens, setup.rule());
            consultation = new Consultation(stores, setup.counsel());
            stale = new StalePatterns(stores, gardens, consultation, setup.observeThreshold(), listener);
            stores.gardens().forEach(this::takeUp);
        }

        /** After a start: what other models inferred is stale, and whoever edits next finds the garden open. */
        private void takeUp(String garden) {
            Affirmation cut = stores.cuts.get(garden);
            if (!cut.getModel().equals(setup.models().name())) {
                epochs.openNext(Affirmation.newBuilder(cut)
                        .setModel(setup.models().name())
                        .build());
            }
            boolean worthwhile = cut.getPatterns() > setup.rule().small() && stores.placing.get(garden) == null;
            if (worthwhile && gardens.hasRoomFor(garden)) {
                gardens.find(garden);
            }
            busy.add(garden);
        }

        void receive(Record<String, SpecificRecord> record) {
            new Acceptance(context, poison).check(record);
            SpecificRecord value = record.value();
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
            } else if (value instanceof LanguageModelAnswer answer) {
                consultation.receive(answer);
            }
        }

        /** One slice for the garden whose turn it is, so that none waits until another is done. */
        void workOneSlice() {
            String garden = busy.poll();
            if (garden != null) {
                boolean moved = workOneSlice(garden);
                settle(garden);
                if (moved) {
                    setup.pace().moved();
                }
            }
        }

        /** Returns false when all that is to be done waits for answers, whose coming wakes the thread anyway. */
        private boolean workOneSlice(String garden) {
            String placing = stores.placing.get(garden);
            if (placing != null) {
                place(garden, placing);
                return true;
            }
            int before = left.computeIfAbsent(garden, stores::countStale);
            if (before > 0) {
                int worked = stale.work(garden, SLICE, context);
                tellStale(garden, before - worked);
                return worked > 0 || !consultation.holdsAny();
            }
            return true;
        }

        /** Goes on with a push of many, as far as a slice takes it. */
        private void place(String garden, String push) {
            Slice time = Slice.of(SLICE);
            List<PatternProfile> part;
            do {
                part = cuts.take(push, PART);
                epochs.applyPart(garden, part);
            } while (part.size() == PART && !time.isOver());
            if (part.size() < PART) {
                epochs.applyEnd(cuts.after(stores.pushes.get(push)));
                cuts.applied(push);
                stores.placing.delete(garden);
                tellStale(garden, stores.countStale(garden));
            }
        }

        /** Unless something is stale, answers who asked and applies what is ready, until there is something to do. */
        private void settle(String garden) {
            while (stores.isBusy(garden)
                    ? isHurried(garden) && applyNext(garden)
                    : !answer(garden) && applyNext(garden)) {}
            listener.inbox(garden, cuts.waiting(garden));
            if (stores.isBusy(garden) || cuts.ready(garden).isPresent()) {
                keepBusy(garden);
            } else if (stores.cuts.get(garden) != null) {
                listener.settled(stores.cuts.get(garden));
            }
        }

        /**
         * Whether somebody waits for a push that is not applied yet. Then what is stale need not be worked off between one push
         * and the next: where pushes come faster than a garden is inferred, the one asked for would be reached late or never. It
         * stays exact: what is not marked stale is as if inferred at the present cut, whatever else waits.
         */
        private boolean isHurried(String garden) {
            return stores.placing.get(garden) == null
                    && scan(stores.requests, key(garden, "")).stream()
                            .anyMatch(request -> !cuts.hasSeen(garden, request.value.getAfter()));
        }

        /** Applies the next push that is ready, or begins to; false when there is none or the garden is still being opened. */
        private boolean applyNext(String garden) {
            var push = cuts.ready(garden);
            if (push.isEmpty()) {
                return false;
            }
            String key = push.get().key;
            if (push.get().value.getChanges() > setup.rule().most()) {
                stores.cuts.putIfAbsent(garden, cuts.empty(garden));
                stores.placing.put(garden, key);
                return true;
            }
            if (gardens.isBeingOpened(garden)) {
                return false;
            }
            boolean applied = epochs.apply(cuts.profiles(key), cuts.after(push.get().value));
            if (applied) {
                cuts.applied(key);
                tellStale(garden, stores.countStale(garden));
            }
            return applied;
        }

        /**
         * Affirms the cut to those whose push has been applied. A cycle is planned as if all were imported anew, so the garden is
         * inferred in a new epoch first when this one has seen changes; returns whether that has begun.
         */
        private boolean answer(String garden) {
            for (var waiting : scan(stores.requests, key(garden, ""))) {
                if (cuts.hasSeen(garden, waiting.value.getAfter())) {
                    if (epochs.isChanged(garden)) {
                        epochs.openNext(stores.cuts.get(garden));
                        tellStale(garden, stores.countStale(garden));
                        return true;
                    }
                    affirm(waiting.key, waiting.value);
                }
            }
            return false;
        }

        private void keepBusy(String garden) {
            if (!busy.contains(garden)) {
                busy.add(garden);
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
