package org.graphgarden.inference.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.graphgarden.events.Affirmation;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Position;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.RecordKeys;

/** A garden task whose stores outlive it, as they do when a process is killed between two transactions. */
final class RestartedTask {
    static final String GARDEN = "allotment";
    static final String REPOSITORY = "patterns";

    private GardenTask.Setup setup;
    private final MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
    private final GardenStores stores;
    private final Map<String, EnrichedPattern> table = new TreeMap<>();
    private final List<Affirmation> affirmations = new ArrayList<>();
    private GardenTask task;
    private long sequence;

    RestartedTask(GardenTask.Setup setup) {
        this.setup = setup;
        context.setCurrentSystemTimeMs(0);
        GardenStores.builders(Stores::inMemoryKeyValueStore).forEach(builder -> {
            StateStore store = builder.withLoggingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        });
        stores = new GardenStores(context);
        task = new GardenTask(setup, new Poison());
        task.init(context);
    }

    private void restart() {
        restart(setup);
    }

    /** Starts anew with this setup, as another build would. */
    void restart(GardenTask.Setup newSetup) {
        setup = newSetup;
        task = new GardenTask(setup, new Poison());
        task.init(context);
    }

    /** Sends a push and works until nothing is left; before each step it may be restarted. */
    void push(Collection<PatternProfile> profiles, Supplier<Boolean> restarts) {
        sequence++;
        for (PatternProfile profile : profiles) {
            send(
                    RecordKeys.ofPattern(GARDEN, profile.getSlug()),
                    PatternProfile.newBuilder(profile)
                            .setGarden(GARDEN)
                            .setRepository(REPOSITORY)
                            .setSequence(sequence)
                            .build(),
                    restarts);
        }
        send(
                RecordKeys.ofRepository(GARDEN, REPOSITORY),
                PushClosed.newBuilder()
                        .setGarden(GARDEN)
                        .setRepository(REPOSITORY)
                        .setSequence(sequence)
                        .setCommit("commit-" + sequence)
                        .setChanges(profiles.size())
                        .build(),
                restarts);
        work(restarts);
    }

    /** Asks for an affirmation of what was pushed, and works until it has come. */
    Affirmation affirm(Supplier<Boolean> restarts) {
        String cycle = "cycle-" + affirmations.size();
        send(
                RecordKeys.ofCycle(GARDEN, cycle),
                PruneRequest.newBuilder()
                        .setGarden(GARDEN)
                        .setCycle(cycle)
                        .setAfter(List.of(new Position(REPOSITORY, sequence, "")))
                        .build(),
                restarts);
        work(restarts);
        return affirmations.get(affirmations.size() - 1);
    }

    /** The enriched table as its readers see it. */
    Map<String, EnrichedPattern> table() {
        return new TreeMap<>(table);
    }

    long epoch() {
        return stores.cuts.get(GARDEN).getEpoch();
    }

    /** What the store of this name holds is lost, as if it were new with this build. */
    void forgetReaches() {
        stores.reaches.keys(GARDEN).forEach(key -> stores.reaches.put(key, null));
    }

    private void send(String key, SpecificRecord value, Supplier<Boolean> restarts) {
        if (restarts.get()) {
            restart();
        }
        task.process(new Record<>(key, value, 0));
        read();
    }

    private void work(Supplier<Boolean> restarts) {
        while (stores.isBusy(GARDEN)
                || !GardenStores.scan(stores.pushes, GARDEN + "/", 1).isEmpty()
                || !GardenStores.scan(stores.requests, GARDEN + "/", 1).isEmpty()) {
            if (restarts.get()) {
                restart();
            }
            var punctuators = context.scheduledPunctuators();
            punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(0);
            read();
        }
    }

    private void read() {
        context.forwarded().forEach(forward -> {
            Record<? extends String, ? extends SpecificRecord> record = forward.record();
            String sink = forward.childName().orElseThrow();
            if (sink.equals(InferenceTopology.ENRICHED) && record.value() == null) {
                table.remove(RecordKeys.slug(record.key()));
            } else if (record.value() instanceof EnrichedPattern pattern) {
                table.put(pattern.getSlug(), pattern);
            } else if (record.value() instanceof Affirmation affirmation) {
                affirmations.add(affirmation);
            }
        });
        context.resetForwards();
    }
}
