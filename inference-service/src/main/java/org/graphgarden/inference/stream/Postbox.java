package org.graphgarden.inference.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.graphgarden.cloudevents.HeaderNames;
import org.graphgarden.deadletters.Letters;
import org.graphgarden.deadletters.ReasonCode;
import org.graphgarden.deadletters.SourceRecord;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.EnrichedPattern;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.ProfileOutcome;
import org.graphgarden.events.Stage;
import org.graphgarden.registry.ValueSerdes;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the handlers of Kafka Streams bring what cannot be processed. What it gives them goes with the task's transaction: a dead
 * letter, and where the record belonged to a push the answer that it failed, because the garden task counts the answers.
 */
final class Postbox {
    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

    /** Under this name handlers find it in their settings. */
    static final String SETTING = "graph.garden.postbox";

    private final Serializer<String> keys;
    private final Serializer<SpecificRecord> values;
    private final InferenceListener listener;
    private final Clock clock;
    private final Poison poison = new Poison();

    Postbox(ValueSerdes serdes, InferenceListener listener, Clock clock) {
        this.keys = serdes.keySerializer();
        this.values = serdes.serializer();
        this.listener = listener;
        this.clock = clock;
    }

    static Postbox of(Map<String, ?> settings) {
        if (settings.get(SETTING) instanceof Postbox postbox) {
            return postbox;
        }
        throw new IllegalArgumentException("setting " + SETTING + " is missing");
    }

    Poison poison() {
        return poison;
    }

    /** The stage that reads a topic. */
    static Stage stage(String topic) {
        return topic.equals(Topic.PATTERN_CHANGES.topicName()) ? Stage.PROFILE : Stage.GARDEN;
    }

    /** A letter of a source record, and the answer that its push waits for. */
    List<ProducerRecord<byte[], byte[]>> refuse(ReasonCode code, String why, SourceRecord source) {
        Optional<Push> push = Push.of(source);
        DeadLetter.Builder letter = Letters.of(code, stage(source.topic()), why, source, clock.instant());
        push.ifPresent(known -> letter.setRepository(known.repository()).setCommit(known.commit()));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(letter(source.keyText(), letter.build(), source));
        push.ifPresent(known -> records.add(failed(known, code, source)));
        return records;
    }

    /**
     * A letter about what was made of a source record, or of none when a slice of work made it, and is larger than Kafka takes.
     *
     * @param key of what was made
     */
    List<ProducerRecord<byte[], byte[]>> tooLarge(String key, SpecificRecord made, String why, SourceRecord source) {
        DeadLetter.Builder letter = source.topic().isEmpty()
                ? Letters.of(ReasonCode.RECORD_TOO_LARGE, Stage.GARDEN, why, clock.instant())
                : Letters.of(ReasonCode.RECORD_TOO_LARGE, stage(source.topic()), why, source, clock.instant());
        letter.setGarden(RecordKeys.garden(key));
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (made instanceof EnrichedPattern pattern) {
            letter.setRepository(pattern.getRepository())
                    .setPath(pattern.getPath())
                    .setCommit(pattern.getCommit());
        } else if (made instanceof PatternProfile profile) {
            letter.setRepository(profile.getRepository())
                    .setPath(profile.getPath())
                    .setCommit(profile.getCommit());
            records.add(
                    record(Topic.PATTERN_PROFILES, key, Records.failed(profile, ReasonCode.RECORD_TOO_LARGE), source));
        }
        records.add(letter(key, letter.build(), source));
        return records;
    }

    private ProducerRecord<byte[], byte[]> letter(String key, DeadLetter letter, SourceRecord source) {
        LOG.warn(
                "{} {} of {}-{} at {} goes to the dead letters: {}",
                letter.getCode(),
                letter.getStage(),
                source.topic(),
                source.partition(),
                source.offset(),
                letter.getMessage());
        listener.deadLetter(letter.getGarden(), letter.getStage(), letter.getCode());
        return record(Topic.DEAD_LETTERS, key, letter, source);
    }

    private ProducerRecord<byte[], byte[]> failed(Push push, ReasonCode code, SourceRecord source) {
        PatternProfile answer = PatternProfile.newBuilder()
                .setGarden(source.garden())
                .setSlug(push.slug())
                .setOutcome(ProfileOutcome.FAILED)
                .setFailureCode(code.name())
                .setRepository(push.repository())
                .setSequence(push.sequence())
                .setCommit(push.commit())
                .build();
        var record = record(Topic.PATTERN_PROFILES, RecordKeys.ofPattern(source.garden(), push.slug()), answer, source);
        // Should the answer itself be refused, it is not answered again.
        record.headers().remove(HeaderNames.PUSH);
        return record;
    }

    /** Serializers of others need not be safe for several threads. */
    private synchronized ProducerRecord<byte[], byte[]> record(
            Topic topic, String key, SpecificRecord value, SourceRecord source) {
        Headers headers = new RecordHeaders();
        var trace = source.headers().lastHeader(HeaderNames.TRACE_PARENT);
        if (trace != null) {
            headers.add(trace);
        }
        byte[] keyBytes = keys.serialize(topic.topicName(), headers, key);
        byte[] valueBytes = values.serialize(topic.topicName(), headers, value);
        return new ProducerRecord<>(topic.topicName(), null, clock.millis(), keyBytes, valueBytes, headers);
    }

    /** The push that a change or profile belongs to, as far as key and headers tell. */
    record Push(String slug, String repository, long sequence, String commit) {
        static Optional<Push> of(SourceRecord source) {
            boolean counts = source.topic().equals(Topic.PATTERN_CHANGES.topicName())
                    || source.topic().equals(Topic.PATTERN_PROFILES.topicName());
            String[] parts = source.header(HeaderNames.PUSH).split(":", -1);
            if (!counts
                    || parts.length != 3
                    || !RecordKeys.isName(parts[0])
                    || !parts[1].matches("[1-9][0-9]{0,17}")
                    || source.garden().isEmpty()
                    || !RecordKeys.namesPattern(source.keyText())) {
                return Optional.empty();
            }
            return Optional.of(
                    new Push(RecordKeys.slug(source.keyText()), parts[0], Long.parseLong(parts[1]), parts[2]));
        }
    }
}
