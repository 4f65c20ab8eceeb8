package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Kind;

/** What a garden commit says of itself: a summary a reader can skim, and trailers by which it is known again. */
final class CommitMessage {
    private CommitMessage() {}

    static String of(CycleMark mark, String base, List<PublishedRevision> revisions) {
        StringBuilder text = new StringBuilder();
        int patterns = revisions.size();
        text.append("Tend ").append(patterns).append(patterns == 1 ? " pattern" : " patterns");
        text.append(headline(revisions)).append("\n\n");
        counts(revisions).forEach((what, count) -> text.append(String.format(Locale.ROOT, "%6d  %s%n", count, what)));
        text.append('\n');
        trailer(text, GardenHistory.TRAILER, mark.trailer());
        trailer(text, "Garden-Base", base);
        trailer(text, "Garden-Model", mark.model());
        return text.toString().replace("\r\n", "\n");
    }

    private static String headline(List<PublishedRevision> revisions) {
        long planted = links(revisions, Action.PLANT);
        long dropped = links(revisions, Action.DROP);
        return planted + dropped == 0 ? "" : ": plant " + planted + ", drop " + dropped + " links";
    }

    private static long links(List<PublishedRevision> revisions, Action action) {
        return revisions.stream()
                .flatMap(revision -> revision.revision().decisions().stream())
                .filter(decision -> decision.kind() == Kind.LINK && decision.action() == action)
                .count();
    }

    /** Decisions by kind, action and cause, in words. */
    private static Map<String, Integer> counts(List<PublishedRevision> revisions) {
        Map<String, Integer> counts = new TreeMap<>();
        for (PublishedRevision revision : revisions) {
            for (Decision decision : revision.revision().decisions()) {
                counts.merge(words(decision), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String words(Decision decision) {
        return (decision.kind() + " " + decision.action()).toLowerCase(Locale.ROOT) + ": "
                + decision.cause().id().replace('-', ' ');
    }

    private static void trailer(StringBuilder text, String key, String value) {
        if (!value.isBlank()) {
            text.append(key).append(": ").append(value.strip()).append('\n');
        }
    }
}
