package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Revision;

/**
 * What a garden commit says of itself: a summary a reader can skim, and trailers by which it is known again. Nothing in it comes
 * from a file, as forges read commands and names out of messages.
 *
 * @param mark the cycle
 * @param base the parent
 * @param planned the commit that was planned on: the parent, or in a hurry an older one
 */
record CommitMessage(CycleMark mark, String base, String planned) {
    private static final String PLANNED_ON = "Garden-Planned-On";
    private static final Pattern PLANNED_ON_LINE = Pattern.compile("(?dm)^" + PLANNED_ON + ": ([0-9a-f]{40,64})$");

    /** The commit that the plan was made on; empty when that was its parent, or is not said. */
    static Optional<String> plannedOn(String message) {
        Matcher line = PLANNED_ON_LINE.matcher(message);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    String of(List<PublishedRevision> published) {
        List<Revision> revisions =
                published.stream().map(PublishedRevision::revision).toList();
        CommitCounts counts = CommitCounts.of(revisions);
        StringBuilder text = new StringBuilder();
        text.append(counts.headline()).append("\n\n");
        causes(revisions).forEach((what, count) -> text.append(String.format(Locale.ROOT, "%6d  %s\n", count, what)));
        text.append('\n');
        trailer(text, GardenHistory.TRAILER, mark.trailer());
        trailer(text, "Garden-Base", base);
        trailer(text, PLANNED_ON, planned.equals(base) ? "" : planned);
        trailer(text, "Garden-Model", mark.model());
        trailer(text, CommitCounts.TRAILER, counts.toString());
        return text.toString();
    }

    /** Decisions by kind, action and cause, in words. */
    private static Map<String, Integer> causes(List<Revision> revisions) {
        Map<String, Integer> causes = new TreeMap<>();
        for (Revision revision : revisions) {
            for (Decision decision : revision.decisions()) {
                causes.merge(words(decision), 1, Integer::sum);
            }
        }
        return causes;
    }

    private static String words(Decision decision) {
        return DecisionWords.plural(decision.kind()) + " " + DecisionWords.past(decision.action()) + ": "
                + DecisionWords.cause(decision.cause());
    }

    private static void trailer(StringBuilder text, String key, String value) {
        if (!value.isBlank()) {
            text.append(key).append(": ").append(value.strip()).append('\n');
        }
    }
}
