package org.graphgarden.standalone.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as a line for people: when, which key, what. A tombstone is a removal. */
public final class ReadableView implements RecordView {
    private static final int LONGEST = 400;

    @Override
    public String line(ConsumerRecord<String, SpecificRecord> record) {
        Instant time = Instant.ofEpochMilli(record.timestamp()).truncatedTo(ChronoUnit.SECONDS);
        String what = record.value() == null ? "removed" : Gist.of(record.value());
        return harmless(time + "  " + record.key() + "  " + what);
    }

    /** Titles and messages come from files; nothing in them may steer a terminal. */
    private static String harmless(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) || isInvisible(point) ? ' ' : point)
                .limit(LONGEST)
                .forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST
                ? line.append('…').toString()
                : line.toString();
    }

    /** Line separators, and marks that turn the direction of text round. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
