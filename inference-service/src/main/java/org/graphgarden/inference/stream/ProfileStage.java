package org.graphgarden.inference.stream;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
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
    private final Poison poison;
    private @Nullable ProcessorContext<String, SpecificRecord> context;

    ProfileStage(Profiler profiler, InferenceListener listener, Poison poison) {
        this.profiler = profiler;
        this.poison = poison;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, PatternChange> record) {
        new Acceptance(context(), poison).check(record);
        PatternChange change = record.value();
        if (change.getKind() == ChangeKind.REMOVED) {
            answer(record, Records.answerTo(change, ProfileOutcome.REMOVED).build());
            return;
        }
        try {
            Profile profile = profiler.profile(change);
            answer(record, Records.profiled(change, profile, profiler.sentenceModel()));
        } catch (RuntimeException | StackOverflowError e) {
            // One file must not stop the others: whatever it provokes becomes its answer.
            LOG.warn("cannot profile {} of {}", change.getPath(), change.getRepository(), e);
            answer(
                    record,
                    Records.answerTo(change, ProfileOutcome.FAILED)
                            .setFailureCode(ReasonCode.PROFILE_FAILED.name())
                            .build());
            forward(record.withValue(deadLetter(change, e)), InferenceTopology.DEAD);
            listener.deadLetter(change.getGarden(), Stage.PROFILE, ReasonCode.PROFILE_FAILED.name());
        }
    }

    private void answer(Record<String, PatternChange> change, SpecificRecord answer) {
        forward(change.withValue(answer), InferenceTopology.PROFILES);
    }

    private void forward(Record<String, SpecificRecord> record, String child) {
        context().forward(record, child);
    }

    private DeadLetter deadLetter(PatternChange change, Throwable cause) {
        var source = context().recordMetadata();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        return Letters.of(ReasonCode.PROFILE_FAILED, Stage.PROFILE, "The pattern cannot be profiled: " + cause, now)
                .setGarden(change.getGarden())
                .setSourceTopic(source.map(s -> s.topic()).orElse(""))
                .setSourcePartition(source.map(s -> s.partition()).orElse(-1))
                .setSourceOffset(source.map(s -> s.offset()).orElse(-1L))
                .setRepository(change.getRepository())
                .setPath(change.getPath())
                .setCommit(change.getCommit())
                .setOriginal(change.getContent())
                .setOriginalSize(
                        change.getContent() == null ? 0 : change.getContent().remaining())
                .build();
    }

    private ProcessorContext<String, SpecificRecord> context() {
        if (context == null) {
            throw new IllegalStateException("process before init");
        }
        return context;
    }
}
