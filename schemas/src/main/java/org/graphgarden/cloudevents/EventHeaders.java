package org.graphgarden.cloudevents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.graphgarden.events.PatternChange;
import org.graphgarden.events.PatternProfile;
import org.graphgarden.events.Position;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one event, all of them taken from the record: the same record has the same headers, whoever writes it
 * and however often. Follows CloudEvents 1.0, "Kafka protocol binding", binary content mode.
 */
public final class EventHeaders {

    private static final String VERSION = "1.0";
    private static final String AVRO = "application/avro";
    private static final String REMOVED = ".removed";
    private static final int ID_BYTES = 16;
    /** Magic byte and schema id: a registry's numbers say nothing of the event. */
    private static final int WIRE_BYTES = 5;
    /** Fields that say when the thing happened; a record has one of them, or none. */
    private static final List<String> TIMES =
            List.of("committedAt", "closedAt", "noticedAt", "requestedAt", "failedAt", "startedAt");

    private EventHeaders() {}

    /** Headers for a tombstone: the cut in which the pattern went, as nothing else of the record can say so. */
    public static Headers ofRemoval(List<Position> cut) {
        Headers headers = new RecordHeaders();
        Texts.put(headers, HeaderNames.CUT, text(cut));
        return headers;
    }

    /** Describes a record whose key stands in the headers as subject already. */
    static void describe(Topic topic, @Nullable SpecificRecord value, byte @Nullable [] bytes, Headers headers) {
        String key = Texts.get(headers, HeaderNames.SUBJECT);
        byte[] digest = digest(topic, key, bytes, headers);
        Texts.put(headers, HeaderNames.SPEC_VERSION, VERSION);
        Texts.put(headers, HeaderNames.ID, HexFormat.of().formatHex(digest, 0, ID_BYTES));
        Texts.put(headers, HeaderNames.SOURCE, "/graph-garden/" + RecordKeys.garden(key));
        String type = topic.recordClass().getName();
        Texts.put(headers, HeaderNames.TYPE, value == null ? type + REMOVED : type);
        putOrRemove(headers, HeaderNames.CONTENT_TYPE, value == null ? Optional.empty() : Optional.of(AVRO));
        putOrRemove(headers, HeaderNames.TIME, time(value));
        putOrRemove(headers, HeaderNames.PUSH, push(value));
        Texts.put(headers, HeaderNames.TRACE_PARENT, Trace.next(headers, value, key, digest));
    }

    static String text(List<Position> cut) {
        return cut.stream()
                .map(position -> push(position.getRepository(), position.getSequence(), position.getCommit()))
                .collect(Collectors.joining(","));
    }

    static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(Topic topic, String key, byte @Nullable [] bytes, Headers headers) {
        MessageDigest digest = sha256();
        digest.update((topic.topicName() + '\n' + key + '\n').getBytes(StandardCharsets.UTF_8));
        if (bytes != null) {
            int skipped = Math.min(WIRE_BYTES, bytes.length);
            digest.update(bytes, skipped, bytes.length - skipped);
        } else {
            digest.update(Texts.get(headers, HeaderNames.CUT).getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    private static Optional<String> push(@Nullable SpecificRecord value) {
        if (value instanceof PatternChange change) {
            return Optional.of(push(change.getRepository(), change.getSequence(), change.getCommit()));
        }
        return value instanceof PatternProfile profile
                ? Optional.of(push(profile.getRepository(), profile.getSequence(), profile.getCommit()))
                : Optional.empty();
    }

    private static String push(String repository, long sequence, String commit) {
        return repository + ':' + sequence + ':' + commit;
    }

    private static void putOrRemove(Headers headers, String name, Optional<String> value) {
        if (value.isPresent()) {
            Texts.put(headers, name, value.get());
        } else if (headers.lastHeader(name) != null) {
            headers.remove(name);
        }
    }

    private static Optional<String> time(@Nullable SpecificRecord value) {
        if (value == null) {
            return Optional.empty();
        }
        Schema schema = value.getSchema();
        return TIMES.stream()
                .map(schema::getField)
                .filter(field -> field != null && value.get(field.pos()) instanceof Instant)
                .map(field -> (Instant) value.get(field.pos()))
                .filter(time -> !time.equals(Instant.EPOCH))
                .map(Instant::toString)
                .findFirst();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
