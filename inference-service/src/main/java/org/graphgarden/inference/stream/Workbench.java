package org.graphgarden.inference.stream;

import static org.graphgarden.inference.stream.GardenStores.gardenOf;
import static org.graphgarden.inference.stream.GardenStores.key;
import static org.graphgarden.inference.stream.GardenStores.scan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.RecordKeys;

/**
 * What a garden task holds between its begin and its end: collects profiles into cuts, works off what a cut made stale in short
 * slices, and affirms a cut when it is asked for and nothing is stale.
 */
final class Workbench {
    /** Short enough that transactions, rebalances and other gardens never wait long. */
    static final Duration SLICE = Duration.ofMillis(200);

    private final GardenTask.Setup setup;
    private final Poison poison;
    private final ProcessorContext<String, SpecificRecord> context;
    private final GardenStores stores;
    private final OpenGardens gardens;
    private final Cuts cuts;
    private final Epochs epochs;
    private final Advance advance;
    private final Consultation consultation;
    private final StalePatterns stale;
    private final InferenceListener listener;
    /** Number of stale patterns by garden, so that they need not be counted after every slice. */
    private final Map<String, Integer> left = new HashMap<>();
    /** Gardens with something to do, in turn: stale patterns, or a push that waits until the garden is open. */
    private final Deque<String> busy = new ArrayDeque<>();
    /** How long records that have come go first. */
    private Slice intake = Slice.of(SLICE);

    private boolean heard;

    Workbench(GardenTask.Setup setup, Poison poison, ProcessorContext<String, SpecificRecord> context) {
        this.setup = setup;
        this.poison = poison;
        this.listener = setup.listener();
        this.context = context;
        stores = new GardenStores(context);
        gardens = new OpenGardens(stores, setup.models(), setup.beside(), setup.room(), listener);
        cuts = new Cuts(stores, setup.models().name());
        epochs = new Epochs(stores, gardens, setup.rule());
        advance = new Advance(stores, gardens, cuts, epochs, setup.rule());
        consultation = new Consultation(stores, setup.counsel());
        stale = new StalePatterns(stores, gardens, consultation, setup.observeThreshold(), listener);
        stores.gardens().forEach(this::takeUp);
    }

    void close() {
        gardens.closeAll();
        consultation.close();
    }

    /** After a start: what other models inferred is stale, and whoever edits next finds the garden open. */
    private void takeUp(String garden) {
        Affirmation cut = stores.cuts.get(garden);
        if (!cut.getModel().equals(setup.models().name())) {
            epochs.openNext(
                    Affirmation.newBuilder(cut).setModel(setup.models().name()).build());
        }
        boolean worthwhile = cut.getPatterns() > setup.rule().small() && stores.placing.get(garden) == null;
        if (worthwhile && gardens.hasRoomFor(garden)) {
            gardens.find(garden);
        }
        busy.add(garden);
    }

    void receive(Record<String, SpecificRecord> record) {
        heard = true;
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

    /**
     * One slice for the garden whose turn it is, so that none waits until another is done. Kafka Streams calls it after every few
     * records, so those that wait go first, for as long as a slice: where pushes come fast, they would queue up otherwise.
     */
    void workOneSlice() {
        boolean more = heard && !intake.isOver();
        heard = false;
        String garden = more ? null : busy.poll();
        if (garden != null) {
            boolean moved = workOneSlice(garden);
            settle(garden);
            intake = Slice.of(SLICE);
            if (moved) {
                setup.pace().moved();
            }
        }
    }

    /** Returns false when all that is to be done waits for answers, whose coming wakes the thread anyway. */
    private boolean workOneSlice(String garden) {
        String placing = stores.placing.get(garden);
        if (placing != null) {
            if (advance.place(garden, placing)) {
                tellStale(garden, stores.countStale(garden));
            }
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

    /** Unless something is stale, answers who asked and applies what is ready, until there is something to do. */
    private void settle(String garden) {
        while (stores.isBusy(garden)
                ? advance.isHurried(garden) && advance(garden)
                : !answer(garden) && advance(garden)) {}
        listener.inbox(garden, cuts.waiting(garden));
        if (stores.isBusy(garden) || !cuts.ready(garden).isEmpty()) {
            keepBusy(garden);
        } else if (stores.cuts.get(garden) != null) {
            listener.settled(stores.cuts.get(garden));
        }
    }

    private boolean advance(String garden) {
        boolean moved = advance.next(garden);
        if (moved) {
            tellStale(garden, stores.countStale(garden));
        }
        return moved;
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
