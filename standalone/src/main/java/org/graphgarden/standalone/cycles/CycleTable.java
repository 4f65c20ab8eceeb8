package org.graphgarden.standalone.cycles;

import java.util.ArrayList;
import java.util.List;
import org.graphgarden.standalone.text.CommitId;
import org.graphgarden.standalone.text.TextTable;

/** Cycles as lines of text. Pure. */
public final class CycleTable {
    private static final List<String> HEAD =
            List.of("cycle", "day", "outcome", "sections", "planted", "dropped", "repository", "commit", "stands");

    private CycleTable() {}

    /** A line for each commit below a heading; one line that says so when there is none. */
    public static List<String> of(List<CycleRow> cycles) {
        if (cycles.isEmpty()) {
            return List.of("no cycle has left a trace");
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        cycles.forEach(cycle -> rows.addAll(rows(cycle)));
        return TextTable.of(rows);
    }

    private static List<List<String>> rows(CycleRow cycle) {
        if (cycle.commits().isEmpty()) {
            return List.of(row(cycle, "-", "-", cycle.message().isEmpty() ? "-" : cycle.message()));
        }
        return cycle.commits().stream()
                .map(commit -> row(
                        cycle,
                        commit.repository(),
                        CommitId.shortened(commit.commit()),
                        stands(cycle, commit)
                                + commit.request().map(url -> " " + url).orElse("")))
                .toList();
    }

    private static List<String> row(CycleRow cycle, String repository, String commit, String stands) {
        return List.of(
                cycle.cycle(),
                cycle.time().toString().substring(0, "2026-01-31".length()),
                cycle.outcome(),
                Integer.toString(cycle.tally().sections()),
                Integer.toString(cycle.tally().planted()),
                Integer.toString(cycle.tally().dropped()),
                repository,
                commit,
                stands);
    }

    private static String stands(CycleRow cycle, CycleRow.Commit commit) {
        if (commit.merged()) {
            return commit.revertedBy()
                    .map(by -> "reverted by " + CommitId.shortened(by))
                    .orElse("merged");
        }
        if (cycle.outcome().equals("dry-run")) {
            return "only tried";
        }
        return commit.place().isEmpty() ? "gone" : "proposed on " + commit.place();
    }
}
