package org.graphgarden.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Paths as Git has them: bytes, which need not be text. */
final class RawPath {

    private RawPath() {}

    static boolean isUtf8(byte[] path) {
        return Arrays.equals(new String(path, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), path);
    }

    /** The path, if it is text; else with each byte above ASCII as Git itself shows it, so that two paths never look the same. */
    static String shown(byte[] path) {
        if (isUtf8(path)) {
            return new String(path, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder();
        for (byte each : path) {
            text.append(each < 0 ? "\\%03o".formatted(each & 0xff) : String.valueOf((char) each));
        }
        return text.toString();
    }
}
