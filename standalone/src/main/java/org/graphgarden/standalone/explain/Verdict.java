package org.graphgarden.standalone.explain;

import java.util.Locale;
import org.graphgarden.inference.link.LinkExplanation;
import org.graphgarden.pruner.plan.Policy;

/** What becomes of a pair, in a sentence. Pure. */
final class Verdict {
    private Verdict() {}

    static String of(LinkExplanation pair) {
        return switch (pair.standing()) {
            case PROPOSED -> proposed(pair);
            case BEHIND_OTHERS ->
                text("not proposed: %d others are likelier, and %d are proposed", pair.rank() - 1, pair.proposals());
            case FAR_APART ->
                text("not proposed: it is not among the patterns that are most alike, and neither names the other");
            case CURATED -> "not proposed: people have linked the two already";
            case REJECTED -> text("not proposed: a steward rejected it, and it has not become much surer since");
            case NEAR_DUPLICATE ->
                "not planted: the two say nearly the same under nearly the same title; see whether one can go";
            case ITSELF -> "not proposed: a pattern is not linked to itself";
        };
    }

    private static String proposed(LinkExplanation pair) {
        int limit = Policy.DEFAULT.limits().linksPerPattern();
        if (pair.confidence() < pair.threshold()) {
            return text(
                    "proposed, not planted: confidence %.2f is below the threshold of %.2f; the score lacks %.2f",
                    pair.confidence(), pair.threshold(), pair.needed() - pair.score());
        }
        return pair.rank() <= limit
                ? text("to be planted: confidence %.2f is at least %.2f", pair.confidence(), pair.threshold())
                : text(
                        "planted only when there is room: %d others are likelier, and a pattern gets %d links",
                        pair.rank() - 1, limit);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
