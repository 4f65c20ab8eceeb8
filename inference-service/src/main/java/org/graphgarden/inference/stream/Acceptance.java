package org.graphgarden.inference.stream;

import static org.graphgarden.deadletters.ReasonCode.PROCESSING_FAILED;
import static org.graphgarden.deadletters.ReasonCode.RECORD_INVALID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.graphgarden.events.LanguageModelAnswer;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.PruneRequest;
import org.graphgarden.events.PushClosed;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/** What a record has to be before a stage takes it: one that failed before, or says what cannot be, is refused untouched. */
record Acceptance(ProcessorContext<?, ?> context, Poison poison) {

    /** @throws RefusedRecordException when the record is to be left out */
    void check(Record<String, ? extends SpecificRecord> record) {
        context.recordMetadata()
                .flatMap(place -> poison.at(place.topic(), place.partition(), place.offset()))
                .ifPresent(failure -> {
                    throw new RefusedRecordException(PROCESSING_FAILED, "processing failed before: " + failure);
                });
        SpecificRecord value = record.value();
        require(record.key() != null, "it has no key");
        if (value == null) {
            throw new RefusedRecordException(RECORD_INVALID, "it has no value");
        }
        String garden = RecordKeys.garden(record.key());
        require(RecordKeys.isName(garden), "its key names no garden");
        if (value instanceof PatternChange change) {
            pattern(garden, change.getGarden(), change.getSlug());
            push(change.getRepository(), change.getSequence());
        } else if (value instanceof PatternProfile profile) {
            pattern(garden, profile.getGarden(), profile.getSlug());
            push(profile.getRepository(), profile.getSequence());
            profiled(profile);
        } else if (value instanceof PushClosed closed) {
            garden(garden, closed.getGarden());
            push(closed.getRepository(), closed.getSequence());
            require(closed.getChanges() >= 0, "the number of its changes is negative");
        } else if (value instanceof PruneRequest request) {
            garden(garden, request.getGarden());
            require(RecordKeys.isKeyable(request.getCycle()), "it names no cycle");
        } else if (value instanceof LanguageModelAnswer answer) {
            garden(garden, answer.getGarden());
            require(RecordKeys.isKeyable(answer.getQuestion()), "it names no question");
        }
    }

    private static void pattern(String keyed, String garden, String slug) {
        garden(keyed, garden);
        require(RecordKeys.isKeyable(slug), "its slug is empty or holds a control character");
    }

    private static void garden(String keyed, String garden) {
        require(keyed.equals(garden), "its key names garden '" + keyed + "' and its value garden '" + garden + "'");
    }

    private static void push(String repository, long sequence) {
        require(RecordKeys.isName(repository), "it names no repository");
        require(sequence >= 1, "its push has the number " + sequence);
    }

    private static void profiled(PatternProfile profile) {
        if (profile.getOutcome() == ProfileOutcome.PROFILED) {
            try {
                var unused = Records.profile(profile);
            } catch (RuntimeException e) {
                throw new RefusedRecordException(RECORD_INVALID, "its profile cannot be: " + e.getMessage());
            }
        }
    }

    private static void require(boolean holds, @Nullable String otherwise) {
        if (!holds) {
            throw new RefusedRecordException(RECORD_INVALID, String.valueOf(otherwise));
        }
    }
}
