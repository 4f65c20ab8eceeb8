package org.graphgarden.deadletters;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.header.Header;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.SourceHeader;
import org.graphgarden.events.Stage;
import org.jspecify.annotations.Nullable;

/** Writes dead letters, all alike: bounded, without secrets, and with a reason of {@link ReasonCode}. */
public final class Letters {

    /** Largest original that is kept, in bytes with key and headers; of a larger record the coordinates tell where it is. */
    public static final int MOST_ORIGINAL = 1536 * 1024;

    private static final int MOST_HEADERS = 16 * 1024;
    private static final int LONGEST_MESSAGE = 2000;
    /** What stands before the host in an address: a user's name, and perhaps a password. */
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/\\s@]+@");

    private Letters() {}

    /**
     * A letter without coordinates; who knows them adds them.
     *
     * @param stage which gives up; one of the code's
     * @param message what is wrong, in one sentence; cut when it is long, and rid of credentials in addresses
     */
    public static DeadLetter.Builder of(ReasonCode code, Stage stage, String message, Instant now) {
        if (!code.stages().contains(stage)) {
            throw new IllegalArgumentException("code " + code + " is not one of stage " + stage);
        }
        return DeadLetter.newBuilder()
                .setStage(stage)
                .setCode(code.name())
                .setMessage(harmless(message))
                .setFailedAt(now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A letter of a record, with all that a replay needs. */
    public static DeadLetter.Builder of(
            ReasonCode code, Stage stage, String message, SourceRecord source, Instant now) {
        byte[] value = source.value();
        byte[] key = source.key();
        int size = value == null ? 0 : value.length;
        int keySize = key == null ? 0 : key.length;
        List<SourceHeader> headers = headers(source);
        boolean whole = (long) size + keySize + MOST_HEADERS <= MOST_ORIGINAL;
        return of(code, stage, message, now)
                .setGarden(source.garden())
                .setSourceTopic(source.topic())
                .setSourcePartition(source.partition())
                .setSourceOffset(source.offset())
                .setSourceKey(key == null || !whole ? null : ByteBuffer.wrap(key))
                .setSourceHeaders(headers)
                .setOriginal(value == null || !whole ? null : ByteBuffer.wrap(value))
                .setOriginalSize(size);
    }

    /** Says that a letter was replayed: the same coordinates, but none of its bytes. */
    public static DeadLetter mark(DeadLetter letter, String id, Instant now) {
        return DeadLetter.newBuilder(letter)
                .setOriginal(null)
                .setSourceKey(null)
                .setSourceHeaders(List.of())
                .setReplayOf(id)
                .setReplayedAt(now.truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** Whether a record of the topic only says that a letter was replayed. */
    public static boolean isMark(DeadLetter letter) {
        return letter.getReplayOf() != null;
    }

    /** What an exception says of a record, without what Kafka puts around it. */
    public static String why(Throwable failure) {
        Throwable cause = failure instanceof RecordDeserializationException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static List<SourceHeader> headers(SourceRecord source) {
        List<SourceHeader> headers = new ArrayList<>();
        int size = 0;
        for (Header header : source.headers()) {
            byte @Nullable [] value = header.value();
            size += header.key().length() + (value == null ? 0 : value.length);
            headers.add(new SourceHeader(header.key(), value == null ? null : ByteBuffer.wrap(value)));
        }
        return size > MOST_HEADERS ? List.of() : headers;
    }

    private static String harmless(String message) {
        String clean = CREDENTIALS.matcher(message).replaceAll("");
        return clean.length() <= LONGEST_MESSAGE ? clean : clean.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
