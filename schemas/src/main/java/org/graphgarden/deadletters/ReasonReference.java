package org.graphgarden.deadletters;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the reason codes as a Markdown table. */
public final class ReasonReference {

    private static final String HEAD = """
            | reason code | stage | meaning | what to do |
            |---|---|---|---|
            """;

    private ReasonReference() {}

    /** The whole table; the same codes give the same bytes. */
    public static String write() {
        return HEAD
                + Arrays.stream(ReasonCode.values()).map(ReasonReference::row).collect(Collectors.joining());
    }

    private static String row(ReasonCode code) {
        String stages = code.stages().stream()
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "| `" + code + "` | " + stages + " | " + code.meaning() + " | " + code.remedy() + " |\n";
    }
}
