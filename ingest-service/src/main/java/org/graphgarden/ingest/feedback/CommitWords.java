package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphgarden.events.EntryKind;
import org.graphgarden.ingest.read.SectionRef;

/** What the message of a commit says to us. */
final class CommitWords {

    /** Begins a line by which a steward lets everything be forgotten that older commits say of an entry. */
    static final String FORGET = "Garden-Forget";

    // Anywhere, and with line feeds only, as with Garden-Cycle: messages are squashed.
    private static final Pattern FORGET_LINE = Pattern.compile("(?dmi)^[ \\t]*" + FORGET
            + ":[ \\t]*(\\S+)[ \\t]+(entity|community|link|section)\\b[ \\t]*(.*?)[ \\t\\r]*$");

    private CommitWords() {}

    /** An entry to forget; the key is empty for the whole section. */
    record Forget(String slug, SectionRef entry) {}

    static List<Forget> forgets(String message) {
        List<Forget> forgets = new ArrayList<>();
        Matcher line = FORGET_LINE.matcher(message);
        while (line.find()) {
            EntryKind kind = EntryKind.valueOf(line.group(2).toUpperCase(Locale.ROOT));
            String key = kind == EntryKind.SECTION ? "" : line.group(3);
            forgets.add(new Forget(line.group(1), new SectionRef(kind, key)));
        }
        return forgets;
    }
}
