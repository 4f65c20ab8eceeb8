package org.graphgarden.cloudevents;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers whose values are text. */
final class Texts {

    private Texts() {}

    /** The last value of a header; empty when there is none. */
    static String get(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Puts one value in place of all others; a header that says it already stays, as it may be read-only. */
    static void put(Headers headers, String name, String value) {
        if (!get(headers, name).equals(value)) {
            headers.remove(name);
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
