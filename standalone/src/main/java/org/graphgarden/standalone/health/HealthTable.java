package org.graphgarden.standalone.health;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.pruner.health.Finding;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.HealthRows;
import org.graphgarden.pruner.health.SafeText;
import org.graphgarden.standalone.text.TextTable;

/** A garden's health as lines of text. Pure. */
public final class HealthTable {
    private HealthTable() {}

    /** What is worth a look, then every figure with what it was. */
    public static List<String> of(Standing standing) {
        GardenHealth health = standing.health();
        List<String> lines = new ArrayList<>();
        String last = health.lastDate() == null ? "" : ", the last cycle was on " + health.lastDate();
        lines.add("Garden " + standing.garden() + " as of " + health.date() + last);
        lines.add("");
        if (health.findings().isEmpty()) {
            lines.add("Nothing to worry about.");
        }
        for (Finding finding : health.findings()) {
            lines.add("! " + SafeText.line(finding.text()));
            lines.add("  " + finding.concern().remedy());
        }
        lines.add("");
        lines.addAll(TextTable.ofFigures(HealthRows.figures(health, false)));
        return lines;
    }

    /** The gravest findings, for where there is room for a few lines only. */
    public static List<String> worst(GardenHealth health, int most) {
        List<String> lines = new ArrayList<>();
        health.findings().stream().limit(most).forEach(finding -> lines.add(SafeText.line(finding.text())));
        return lines;
    }
}
