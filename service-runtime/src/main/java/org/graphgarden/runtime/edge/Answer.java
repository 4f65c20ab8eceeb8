package org.graphgarden.runtime.edge;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller gets.
 *
 * @param status HTTP status, 200 to 599
 * @param headers further headers by name
 * @param contentType media type of the body
 * @param body text of the body
 * @param last whether the connection is closed behind it, because the rest of the request is not wanted
 */
public record Answer(int status, Map<String, String> headers, String contentType, String body, boolean last) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    public Answer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ", not between 200 and 599");
        }
        headers = Map.copyOf(headers);
    }

    /** One line of plain text. */
    public static Answer line(int status, String line) {
        return new Answer(status, Map.of(), PLAIN, line + "\n", false);
    }

    /** Any text. */
    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, Map.of(), contentType, body, false);
    }

    /** The same with a header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, contentType, body, last);
    }

    /** The same, and the connection is closed behind it. */
    public Answer closing() {
        return new Answer(status, headers, contentType, body, true);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
