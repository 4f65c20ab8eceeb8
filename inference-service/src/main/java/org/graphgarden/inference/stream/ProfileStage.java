package org.graphgarden.inference.stream;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.events.ChangeKind;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.Stage;
import org.graphgarden.inference.profile.Profile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One change in, one profile out: stateless, so it spreads over partitions and machines. Every change is answered, because the
 * garden task counts the answers; what cannot be profiled is answered with its reason and kept as a dead letter.
 */
final class ProfileStage implements Processor<String, PatternChange, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileStage.class);

    private final Profiler profiler;
    private final InferenceListener listener;
    private @Nullable ProcessorContext<String, SpecificRecord> context;

    ProfileStage(Profiler profiler, InferenceListener listener) {
        this.profiler = profiler;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, PatternChange> record) {
        PatternChange change = record.value();
        if (change.getKind() == ChangeKind.REMOVED) {
            answer(record, Records.answerTo(change, ProfileOutcome.REMOVED).build());
            return;
        }
        try {
            Profile profile = profiler.profile(change);
            answer(record, Records.profiled(change, profile, profiler.sentenceModel()));
        } catch (RuntimeException e) {
            // One file must not stop the others: whatever it provokes becomes its answer.
            LOG.warn("cannot profile {} of {}", change.getPath(), change.getRepository(), e);
            answer(
                    record,
                    Records.answerTo(change, ProfileOutcome.FAILED)
                            .setFailureCode(Profiler.FAILED)
                            .build());
            forward(record.withValue(deadLetter(change, e)), InferenceTopology.DEAD);
            listener.deadLetter(change.getGarden(), Profiler.FAILED);
        }
    }

    private void answer(Record<String, PatternChange> change, SpecificRecord answer) {
        forward(change.withValue(answer), InferenceTopology.PROFILES);
    }

    private void forward(Record<String, SpecificRecord> record, String child) {
        context().forward(record, child);
    }

    private DeadLetter deadLetter(PatternChange change, RuntimeException cause) {
        var source = context().recordMetadata();
        return DeadLetter.newBuilder()
                .setGarden(change.getGarden())
                .setStage(Stage.PROFILE)
                .setCode(Profiler.FAILED)
                .setMessage("The pattern cannot be profiled: " + cause)
                .setSourceTopic(source.map(s -> s.topic()).orElse(""))
                .setSourcePartition(source.map(s -> s.partition()).orElse(-1))
                .setSourceOffset(source.map(s -> s.offset()).orElse(-1L))
                .setRepository(change.getRepository())
                .setPath(change.getPath())
                .setCommit(change.getCommit())
                .setOriginal(change.getContent())
                .setOriginalSize(
                        change.getContent() == null ? 0 : change.getContent().remaining())
                .setFailedAt(Instant.ofEpochMilli(context().currentSystemTimeMs()))
                .build();
    }

    private ProcessorContext<String, SpecificRecord> context() {
        if (context == null) {
            throw new IllegalStateException("process before init");
        }
        return context;
    }
}
