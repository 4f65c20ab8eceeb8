package org.graphgarden.standalone.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.graphgarden.inference.index.WeightedTerm;
import org.graphgarden.inference.link.CandidateLink;
import org.graphgarden.inference.link.LinkExplanation;
import org.jspecify.annotations.Nullable;

/** The explanation of a pair as lines of text. Pure. */
public final class LinkText {
    private final List<String> lines = new ArrayList<>();

    private LinkText() {}

    /** All lines. */
    public static List<String> of(LinkExplanation pair) {
        LinkText text = new LinkText();
        text.add("%s -> %s", pair.source(), pair.target());
        text.add("  %s", Verdict.of(pair));
        text.add("  rank %,d, confidence %.6f, score %.3f", pair.rank(), pair.confidence(), pair.score());
        text.link(pair.link());
        text.parts(pair);
        text.shared(pair.shared());
        text.changes(pair);
        return List.copyOf(text.lines);
    }

    private void link(@Nullable CandidateLink link) {
        if (link == null) {
            return;
        }
        add("  %s: %s", link.type(), link.reason());
        for (CandidateLink.Evidence each : link.evidence()) {
            String quote = each.quote().isEmpty() ? "" : "\"" + each.quote() + "\"";
            String section = each.section().isEmpty() ? "" : " (" + each.section() + ")";
            String shared = String.join(", ", each.shared());
            add(
                    "    %s %.3f %s",
                    each.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    each.weight(),
                    (quote + section + shared).strip());
        }
    }

    private void parts(LinkExplanation pair) {
        add("");
        add("%-24s %10s %10s %12s", "what the model sees", "value", "weight", "contribution");
        for (LinkExplanation.Part part : pair.parts()) {
            add("  %-22s %10.3f %10.3f %12.3f", part.feature(), part.value(), part.weight(), part.contribution());
        }
        add("  %-22s %10s %10s %12.3f", "score", "", "", pair.score());
        add("  %-22s %10s %10s %12.3f", text("needed for %.2f", pair.threshold()), "", "", pair.needed());
    }

    private void shared(List<WeightedTerm> shared) {
        if (!shared.isEmpty()) {
            add("");
            add(
                    "words that both texts use: %s",
                    shared.stream()
                            .map(term -> text("%s %.3f", term.text(), term.weight()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void changes(LinkExplanation pair) {
        if (!pair.changes().isEmpty()) {
            add("");
            add("what would change it, each by itself");
            pair.changes()
                    .forEach(change ->
                            add("  %.2f -> %.2f  if %s", pair.confidence(), change.confidence(), change.what()));
        }
    }

    private void add(String format, Object... values) {
        lines.add(text(format, values).stripTrailing());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
