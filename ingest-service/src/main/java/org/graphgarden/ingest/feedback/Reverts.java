package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.GardenHistory;

/**
 * Tells whether a commit takes back what Graph Garden did: whether what its message names lies behind it and is a garden commit
 * or a merge of one. Taking back what took back does not.
 */
final class Reverts {

    // Git and the forges' buttons put the first into the title; Git the second into the body, GitHub and Gitea the
    // third,
    // and GitLab the fourth.
    private static final Pattern TITLE =
            Pattern.compile("((?:(?:Revert|Reapply) \")+)(.*?)\"*(?:[ \t]*\\([#!]\\d+\\))?[ \t\r]*(?:\n|$)");
    private static final Pattern COMMIT = Pattern.compile("(?mi)^[ \\t*-]*This reverts commit ([0-9a-f]{7,40})");
    private static final Pattern REQUEST = Pattern.compile(
            "(?mi)^[ \\t*-]*(?:Reverts (?:[\\w.-]+/[\\w.-]+)?|This reverts merge request [\\w./-]*)([#!]\\d+)");

    private final GardenHistory history;
    private final List<String> commits;
    private final List<Pattern> texts = new ArrayList<>();

    private Reverts(GardenHistory history, String message) {
        this.history = history;
        this.commits = all(COMMIT, message);
        all(REQUEST, message).forEach(request -> texts.add(Pattern.compile(Pattern.quote(request) + "(?!\\d)")));
    }

    static boolean ours(GardenHistory history, CommitStory story) {
        Reverts reverts = new Reverts(history, story.message());
        Matcher title = TITLE.matcher(story.message());
        if (title.lookingAt()) {
            if (title.group(1).split("Revert", -1).length % 2 == 1) {
                return false;
            }
            if (reverts.commits.isEmpty() && !title.group(2).isBlank()) {
                reverts.texts.add(Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(title.group(2))));
            }
        }
        return reverts.findOurs(story.parents());
    }

    private boolean findOurs(List<String> parents) {
        return (!commits.isEmpty() || !texts.isEmpty())
                && history.stories(parents, List.of()).stream().anyMatch(told -> isMeant(told) && isOurs(told));
    }

    private boolean isMeant(CommitStory told) {
        return commits.stream().anyMatch(told.note().commit()::startsWith)
                || texts.stream().anyMatch(text -> text.matcher(told.message()).find());
    }

    private boolean isOurs(CommitStory told) {
        List<String> parents = told.parents();
        return told.note().byGarden()
                || (parents.size() > 1
                        && history.stories(parents.subList(1, parents.size()), parents.subList(0, 1)).stream()
                                .anyMatch(merged -> merged.note().byGarden()));
    }

    private static List<String> all(Pattern pattern, String message) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(message);
        while (matcher.find()) {
            found.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return found;
    }
}
