package org.graphgarden.cloudevents;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.graphgarden.events.Position;
import org.graphgarden.topics.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * The trace context of a record. Who came with one keeps its trace; else the trace is made of what caused the record: a cycle, or
 * the push of a commit to a repository. So the records of one push are one trace, though no service tells another of it.
 */
final class Trace {

    private static final Pattern PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})");
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    /** Nothing here records spans. */
    private static final String NOT_SAMPLED = "00";

    private Trace() {}

    /** The {@code traceparent} behind the one that the headers hold now. */
    static String next(Headers headers, @Nullable SpecificRecord value, String key, byte[] digest) {
        Matcher parent = PARENT.matcher(Texts.get(headers, HeaderNames.TRACE_PARENT));
        String span = HexFormat.of().formatHex(digest, digest.length - SPAN_BYTES, digest.length);
        if (parent.matches()) {
            return "00-" + parent.group(1) + '-' + span + '-' + parent.group(2);
        }
        byte[] trace = EventHeaders.sha256(RecordKeys.garden(key) + '\n' + cause(headers, value, key));
        return "00-" + HexFormat.of().formatHex(trace, 0, TRACE_BYTES) + '-' + span + '-' + NOT_SAMPLED;
    }

    private static String cause(Headers headers, @Nullable SpecificRecord value, String key) {
        if (value == null) {
            String cut = Texts.get(headers, HeaderNames.CUT);
            return cut.isEmpty() ? key : lastPush(cut);
        }
        String cycle = text(value, "cycle");
        if (!cycle.isEmpty()) {
            return cycle;
        }
        String repository = text(value, "repository");
        List<Position> cut = cut(value);
        if (!cut.isEmpty()) {
            return cut.stream()
                    .filter(position -> position.getRepository().equals(repository))
                    .findFirst()
                    .map(position -> push(repository, position.getCommit()))
                    .orElseGet(() -> lastPush(EventHeaders.text(cut)));
        }
        String commit = text(value, "commit") + text(value, "after");
        return commit.isEmpty() ? key : push(repository, commit);
    }

    /** Of a garden with one repository its push; of others the whole cut. */
    private static String lastPush(String cut) {
        String[] parts = cut.split("[:,]", -1);
        return parts.length == 3 ? push(parts[0], parts[2]) : cut;
    }

    private static String push(String repository, String commit) {
        return repository + '@' + commit;
    }

    private static String text(SpecificRecord value, String name) {
        Schema.@Nullable Field field = value.getSchema().getField(name);
        return field != null && value.get(field.pos()) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    private static List<Position> cut(SpecificRecord value) {
        Schema.@Nullable Field field = value.getSchema().getField("cut");
        return field == null ? List.of() : (List<Position>) value.get(field.pos());
    }
}
