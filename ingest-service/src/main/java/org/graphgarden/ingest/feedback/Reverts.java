package org.graphgarden.ingest.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphgarden.git.CommitStory;
import org.graphgarden.git.GardenHistory;

/**
 * What a commit's message takes back. It takes back what Graph Garden did when what it names lies behind it and is a garden commit
 * or a merge of one. Taking back what took back does not.
 */
public final class Reverts {

    // Git and the forges' buttons put the first into the title; Git the second into the body, GitHub and Gitea the
    // third,
    // and GitLab the fourth.
    private static final Pattern TITLE =
            Pattern.compile("((?:(?:Revert|Reapply) \")+)(.*?)\"*(?:[ \t]*\\([#!]\\d+\\))?[ \t\r]*(?:\n|$)");
    private static final Pattern COMMIT = Pattern.compile("(?dmi)^[ \\t*-]*This reverts commit ([0-9a-f]{7,40})");
    private static final Pattern REQUEST = Pattern.compile(
            "(?dmi)^[ \\t*-]*(?:Reverts (?:[\\w.-]+/[\\w.-]+)?|This reverts merge request [\\w./-]*)([#!]\\d+)");

    private final List<String> commits;
    private final List<Pattern> texts = new ArrayList<>();
    private final boolean restores;

    private Reverts(String message) {
        this.commits = all(COMMIT, message);
        all(REQUEST, message).forEach(request -> texts.add(Pattern.compile(Pattern.quote(request) + "(?!\\d)")));
        Matcher title = TITLE.matcher(message);
        boolean titled = title.lookingAt();
        this.restores = titled && title.group(1).split("Revert", -1).length % 2 == 1;
        if (titled && !restores && commits.isEmpty() && !title.group(2).isBlank()) {
            texts.add(Pattern.compile("(?dm)^[ \\t]*" + Pattern.quote(title.group(2))));
        }
    }

    /** What a commit's message takes back, if it takes back anything. */
    public static Optional<Reverts> of(CommitStory story) {
        Reverts reverts = new Reverts(story.message());
        boolean nothing = reverts.commits.isEmpty() && reverts.texts.isEmpty();
        return nothing ? Optional.empty() : Optional.of(reverts);
    }

    static boolean ours(GardenHistory history, CommitStory story) {
        return of(story)
                .filter(reverts -> !reverts.restores)
                .filter(reverts -> history.stories(story.parents(), List.of()).stream()
                        .anyMatch(told -> reverts.means(told) && isOurs(history, told)))
                .isPresent();
    }

    /** Whether this names an earlier commit. */
    public boolean means(CommitStory told) {
        return commits.stream().anyMatch(told.note().commit()::startsWith)
                || texts.stream().anyMatch(text -> text.matcher(told.message()).find());
    }

    private static boolean isOurs(GardenHistory history, CommitStory told) {
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
