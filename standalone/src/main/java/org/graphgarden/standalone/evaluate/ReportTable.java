package org.graphgarden.standalone.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graphgarden.inference.evaluation.EntityFigures;
import org.graphgarden.inference.evaluation.Evaluation;
import org.graphgarden.inference.evaluation.JudgedFigures;
import org.graphgarden.inference.evaluation.LinkFigures;
import org.graphgarden.inference.evaluation.Reliability;
import org.graphgarden.inference.evaluation.TypeFigures;
import org.jspecify.annotations.Nullable;

/** The report as lines of text. Pure. */
public final class ReportTable {
    private final List<String> lines = new ArrayList<>();

    private ReportTable() {}

    /** All lines. */
    public static List<String> of(Report report) {
        ReportTable table = new ReportTable();
        Evaluation evaluation = report.evaluation();
        table.add("%s: %,d patterns, model %s", report.library().name(), evaluation.patterns(), evaluation.model());
        table.add("%s", report.asked());
        table.links(evaluation.links(), evaluation.baselineLinks());
        table.judged(evaluation.judged(), evaluation.baselineJudged());
        table.types("type of hidden links", evaluation.types());
        table.types(
                "type of judged links",
                evaluation.judged() == null ? null : evaluation.judged().types());
        table.entities(evaluation.entities());
        return List.copyOf(table.lines);
    }

    private void links(@Nullable LinkFigures found, @Nullable LinkFigures baseline) {
        if (found == null || baseline == null) {
            return;
        }
        head("hidden links", "found", "TF-IDF");
        row("recall@10", found.recall10(), baseline.recall10());
        row("  at most", found.ceiling10(), baseline.ceiling10());
        row("MRR", found.mrr(), baseline.mrr());
        row("nDCG@10", found.ndcg10(), baseline.ndcg10());
        row("precision@1", found.precision1(), baseline.precision1());
        row("precision@10", found.precision10(), baseline.precision10());
        add("  %,d pairs, looked for from both ends in %,d patterns", found.pairs(), found.queries());
        bands("precision by confidence", "at least", found.reliability());
        row("ECE, at most", found.reliability().ece());
    }

    private void judged(@Nullable JudgedFigures found, @Nullable JudgedFigures baseline) {
        if (found == null || baseline == null) {
            return;
        }
        head("judged pairs", "found", "TF-IDF");
        row("AUC, kept or not", found.aucKept(), baseline.aucKept());
        row("AUC, clearly useful or not", found.aucClear(), baseline.aucClear());
        bands("share kept by confidence", "kept", found.reliability());
        row("calibration error (ECE)", found.reliability().ece());
        row("Brier score", found.reliability().brier());
        head("planting from", "a pattern", "kept", "useful", "pairs");
        for (JudgedFigures.Threshold each : found.thresholds()) {
            add("  %-28.1f %9.2f %9.3f %9.3f %9d", each.from(), each.links(), each.kept(), each.clear(), each.pairs());
        }
    }

    private void bands(String title, String kept, Reliability reliability) {
        head(title, "pairs", "mean", kept);
        for (Reliability.Band band : reliability.bands()) {
            add(
                    "  %.1f to %-21.1f %,9d %9.3f %9.3f",
                    band.from(), band.from() + 0.1, band.pairs(), band.confidence(), band.kept());
        }
    }

    private void types(String title, @Nullable TypeFigures types) {
        if (types == null || types.links() == 0) {
            return;
        }
        head(title, "are", "said", "right", "precision");
        for (TypeFigures.TypeRow each : types.types()) {
            String precision = each.said() == 0 ? "-" : number((double) each.right() / each.said());
            add("  %-28s %9d %9d %9d %9s", each.type(), each.occurs(), each.said(), each.right(), precision);
        }
        row("accuracy", types.accuracy());
        row("  always complementary", types.complementary());
        row("macro F1", types.macroF1());
    }

    private void entities(@Nullable EntityFigures entities) {
        if (entities == null) {
            return;
        }
        head("hidden entities, first 10", "exact", "soft");
        row("precision", entities.exact().precision(), entities.soft().precision());
        row("recall", entities.exact().recall(), entities.soft().recall());
        row("F1", entities.exact().f1(), entities.soft().f1());
        row("type right", entities.exact().type(), entities.soft().type());
        add("  %-28s %9s %9s", "relevance, rank correlation", number(entities.relevance()), "");
        add("  %-28s %9s %9s", "  within a pattern", "", number(entities.relevanceWithin()));
        add("  %,d inferred, %,d hidden, in %,d patterns", entities.inferred(), entities.hidden(), entities.patterns());
    }

    private void head(String title, String... columns) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", title));
        for (String column : columns) {
            line.append(String.format(Locale.ROOT, " %9s", column));
        }
        lines.add("");
        lines.add(line.toString());
    }

    private void row(String name, double... values) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-28s", name));
        for (double value : values) {
            line.append(String.format(Locale.ROOT, " %9.3f", value));
        }
        lines.add(line.toString());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
