package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What to do when a repository refuses a push. Git has one word for all reasons, so it is told by what the forge says: GitHub's
 * codes (GH006 and others), GitLab's and Gitea's sentences, Git's own.
 */
final class Refusals {
    private static final List<Rule> RULES = List.of(
            rule(
                    "quota|size limit|exceed|too large|storage limit|no space left",
                    "free room in the repository, or raise its quota"),
            rule(
                    "gh007|private email|e-?mail address|author .*not|committer",
                    "set prune.author-name and prune.author-email to what the forge expects"),
            rule("signed|signature|verified", "sign the commits: prune.sign"),
            rule(
                    "protected|gh006|gh013|not allowed to (force )?push|rule violations|pull request",
                    "publish by pull request (prune.publish: pull-request), or let the account push to the branch"),
            rule("read.?only|permission|denied|archived|forbidden", "give the account the right to push"),
            rule("hook", "the repository's own hook refuses; ask whoever looks after it"));

    private Refusals() {}

    /** The message with the remedy behind it. */
    static String explained(String message) {
        return RULES.stream()
                .filter(rule -> rule.words().matcher(message).find())
                .findFirst()
                .map(rule -> message + " (" + rule.remedy() + ")")
                .orElse(message);
    }

    private static Rule rule(String words, String remedy) {
        return new Rule(Pattern.compile(words, Pattern.CASE_INSENSITIVE), remedy);
    }

    private record Rule(Pattern words, String remedy) {}
}
