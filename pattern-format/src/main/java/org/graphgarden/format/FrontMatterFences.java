package org.graphgarden.format;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the front matter of a file lies, found by its fence lines alone. The first line must be three dashes (behind an
 * optional byte order mark), the closing one three dashes or three dots; blanks may follow either.
 *
 * @param frontStart offset of the first byte behind the opening fence line
 * @param frontEnd offset of the closing fence line
 * @param bodyStart offset of the first byte behind the closing fence line
 * @param closed whether there is a closing fence line; without one the front matter is taken to reach to the end
 */
record FrontMatterFences(int frontStart, int frontEnd, int bodyStart, boolean closed) {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The fences of a file; empty when its first line is not a fence. */
    static Optional<FrontMatterFences> find(byte[] bytes) {
        int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int frontStart = nextLine(bytes, start);
        if (!isFence(bytes, start, frontStart, '-')) {
            return Optional.empty();
        }
        int line = frontStart;
        while (line < bytes.length) {
            int next = nextLine(bytes, line);
            if (isFence(bytes, line, next, '-') || isFence(bytes, line, next, '.')) {
                return Optional.of(new FrontMatterFences(frontStart, line, next, true));
            }
            line = next;
        }
        return Optional.of(new FrontMatterFences(frontStart, bytes.length, bytes.length, false));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(BYTE_ORDER_MARK, Arrays.copyOf(bytes, BYTE_ORDER_MARK.length));
    }

    private static int nextLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    private static boolean isFence(byte[] bytes, int start, int end, char mark) {
        if (end - start < 3 || bytes[start] != mark || bytes[start + 1] != mark || bytes[start + 2] != mark) {
            return false;
        }
        for (int at = start + 3; at < end; at++) {
            byte b = bytes[at];
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }
}
