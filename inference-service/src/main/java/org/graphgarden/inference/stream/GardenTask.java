package org.graphgarden.inference.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.inference.garden.GardenInference;
import org.jspecify.annotations.Nullable;

/** One writer for the gardens of a partition; what it does to them stands in {@link Workbench}. */
final class GardenTask implements Processor<String, SpecificRecord, String, SpecificRecord> {
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
        workbench = new Workbench(setup, poison, context);
        context.schedule(PAUSE_BETWEEN_SLICES, PunctuationType.WALL_CLOCK_TIME, now -> bench().workOneSlice());
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        bench().receive(record);
    }

    @Override
    public void close() {
        if (workbench != null) {
            workbench.close();
        }
    }

    private Workbench bench() {
        if (workbench == null) {
            throw new IllegalStateException("process before init");
        }
        return workbench;
    }
}
