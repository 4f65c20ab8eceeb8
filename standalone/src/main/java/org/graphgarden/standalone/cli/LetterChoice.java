package org.graphgarden.standalone.cli;

import org.graphgarden.standalone.letters.Letter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant. */
final class LetterChoice {
    @Option(names = "--reason", paramLabel = "CODE", description = "Only letters with this reason code.")
    private @Nullable String reason;

    @Option(names = "--garden", paramLabel = "NAME", description = "Only letters of this garden.")
    private @Nullable String garden;

    boolean isMade() {
        return reason != null || garden != null;
    }

    boolean fits(Letter letter) {
        return (reason == null || reason.equalsIgnoreCase(letter.content().getCode()))
                && (garden == null || garden.equals(letter.content().getGarden()));
    }
}
