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

    // Anywhere, as with Garden-Cycle: messages are squashed.
    private static final Pattern FORGET_LINE = Pattern.compile("(?mi)^[ \\t]*" + FORGET
            + ":[ \\t]*(\\S+)[ \\t]+(entity|community|link|section)\\b[ \\t]*(.*?)[ \\t\\r]*$");

    // Git and the forges' buttons put the first into the title; Git the second into the body, GitHub and Gitea the
    // third, and
    // GitLab the fourth.
    private static final Pattern TITLE = Pattern.compile("(?:(?:Revert|Reapply) \")+");
    private static final Pattern BODY = Pattern.compile("(?mi)^[ \\t*-]*(?:Revert \"|This reverts commit [0-9a-f]{7}"
            + "|Reverts (?:[\\w.-]+/[\\w.-]+)?#\\d+|This reverts merge request )");

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

    /** Whether the commit takes another back, as Git and the forges word it; taking back what took back does not. */
    static boolean reverts(String message) {
        Matcher title = TITLE.matcher(message);
        if (title.lookingAt()) {
            return title.group().split("Revert", -1).length % 2 == 0;
        }
        return BODY.matcher(message).find();
    }
}
