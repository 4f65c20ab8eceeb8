package org.graphgarden.pruner.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.git.GardenHistory;
import org.graphgarden.pruner.cycle.CycleReport.DecisionKey;
import org.graphgarden.pruner.health.HealthMarkdown;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Revision;
import org.graphgarden.pruner.publish.CommitCounts;
import org.graphgarden.pruner.publish.DecisionWords;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishedRevision;
import org.graphgarden.pruner.publish.RefusedFile;

/**
 * A cycle's report on one repository as Markdown, for whoever decides on merging it. What comes from files is put as {@link
 * MarkdownText}. It is cut well below what forges take: GitHub refuses bodies of more than 65,536 characters.
 */
public final class CycleMarkdown {
    /** Characters of a whole report at most. */
    static final int LIMIT = 50_000;

    private static final int SAMPLES = 20;
    private static final int DECISIONS = 12;
    private static final int REFUSED = 40;
    private static final int ROOM_FOR_REFUSED = 8_000;

    private static final String HOW_TO_DISAGREE = """

            ### How to disagree

            - Delete an entry, here or after the merge: it is not planted again.
            - Edit an entry, or copy a link into `relationships`: it is yours from then on and is not touched.
            - Write `graph_garden: false` into a file: it is left alone. Closing this request says nothing about its entries.
            """;

    private final CycleReport report;
    private final Publication publication;
    private final String cycle;
    private final StringBuilder text = new StringBuilder();

    private CycleMarkdown(CycleReport report, Publication publication, String cycle) {
        this.cycle = cycle;
        this.report = report;
        this.publication = publication;
    }

    /**
     * The report on one of the cycle's repositories.
     *
     * @param appended further parts, as Markdown, behind the garden's health; those for which there is no room are left out,
     *     saying so
     */
    public static String of(CycleReport report, Publication publication, List<String> appended) {
        return of(report, publication, appended, report.mark().trailer());
    }

    /** @param cycle which cycle made the commit, as its trailer says: an earlier one's may stand for this one's */
    static String of(CycleReport report, Publication publication, List<String> appended, String cycle) {
        List<String> parts = new ArrayList<>();
        if (report.health() != null) {
            parts.add(HealthMarkdown.part(report.health()));
        }
        parts.addAll(appended);
        return new CycleMarkdown(report, publication, cycle).write(parts);
    }

    /** The title of a request: the first line of the commit's message. */
    public static String title(Publication publication) {
        return CommitCounts.of(publication.revisions().stream()
                        .map(PublishedRevision::revision)
                        .toList())
                .headline();
    }

    private String write(List<String> appended) {
        String end = HOW_TO_DISAGREE + trailer();
        summary();
        decisions();
        int further = appended.stream().mapToInt(String::length).sum();
        int room = Math.max(LIMIT / 2, LIMIT - end.length() - further);
        samples(room - ROOM_FOR_REFUSED);
        refused(room);
        for (String part : appended) {
            if (text.length() + part.length() + end.length() > LIMIT) {
                text.append("\n_Further parts of the report were left out, because it is too long._\n");
                break;
            }
            text.append('\n').append(part.strip()).append('\n');
        }
        return text.append(end).toString();
    }

    private void summary() {
        int files = publication.revisions().size();
        add(
                "Graph Garden looked at %,d patterns and revised the `graph_garden` section of **%,d %s**, %s of %s.\n",
                report.patterns(),
                files,
                files == 1 ? "file" : "files",
                "on " + report.mark().date(),
                "garden " + MarkdownText.code(report.mark().garden()));
        add("Nothing else in these files changes, not by a byte.\n");
    }

    private void decisions() {
        SortedMap<DecisionKey, Integer> counts = new TreeMap<>();
        revisions().forEach(revision -> revision.decisions()
                .forEach(decision -> counts.merge(
                        new DecisionKey(decision.kind(), decision.action(), decision.cause()), 1, Integer::sum)));
        if (counts.isEmpty()) {
            return;
        }
        add("\n### What was decided, and why\n\n| | count | why |\n|---|---:|---|\n");
        for (Map.Entry<DecisionKey, Integer> count : counts.entrySet()) {
            DecisionKey key = count.getKey();
            add(
                    "| %s %s | %,d | %s: %s |\n",
                    DecisionWords.plural(key.kind()),
                    DecisionWords.past(key.action()),
                    count.getValue(),
                    DecisionWords.cause(key.cause()),
                    key.cause().meaning());
        }
        add("\n%,d entries of these sections keep their bytes.\n", kept());
    }

    private int kept() {
        return revisions().stream().mapToInt(Revision::kept).sum();
    }

    private List<Revision> revisions() {
        return publication.revisions().stream().map(PublishedRevision::revision).toList();
    }

    private void samples(int room) {
        List<Revision> most = revisions().stream()
                .filter(revision -> !revision.refreshOnly())
                .sorted((one, other) -> Integer.compare(
                        other.decisions().size(), one.decisions().size()))
                .toList();
        if (most.isEmpty()) {
            return;
        }
        add("\n### The most changed\n");
        int shown = 0;
        for (Revision revision : most) {
            String sample = sample(revision);
            if (shown == SAMPLES || text.length() + sample.length() > room) {
                break;
            }
            text.append(sample);
            shown++;
        }
        if (shown < most.size()) {
            add("\nAnd %,d more; the commit shows them all.\n", most.size() - shown);
        }
    }

    private static String sample(Revision revision) {
        StringBuilder sample = new StringBuilder(
                "\n" + MarkdownText.code(revision.slug()) + " in " + MarkdownText.code(revision.path()) + "\n\n");
        revision.decisions().stream().limit(DECISIONS).forEach(decision -> sample.append(line(decision)));
        int more = revision.decisions().size() - DECISIONS;
        return more > 0 ? sample + "- and " + more + " more\n" : sample.toString();
    }

    private static String line(Decision decision) {
        String what = decision.kind().name().toLowerCase(Locale.ROOT) + " " + DecisionWords.past(decision.action());
        String id = decision.id().isEmpty() ? "" : " " + MarkdownText.code(decision.id());
        String detail = decision.detail().isEmpty() ? "" : " (" + MarkdownText.code(decision.detail()) + ")";
        return "- " + what + id + figures(decision) + ": " + DecisionWords.cause(decision.cause()) + detail + "\n";
    }

    private static String figures(Decision decision) {
        Double before = decision.before();
        Double after = decision.after();
        if (before != null && after != null) {
            return String.format(Locale.ROOT, " %.2f → %.2f", before, after);
        }
        Double one = after == null ? before : after;
        return one == null ? "" : String.format(Locale.ROOT, " %.2f", one);
    }

    private void refused(int room) {
        List<RefusedFile> refused = report.refused().stream()
                .filter(file -> file.repository().equals(publication.repository()))
                .toList();
        if (refused.isEmpty()) {
            return;
        }
        add("\n### Left alone: %,d %s\n\n", refused.size(), refused.size() == 1 ? "file" : "files");
        int shown = 0;
        for (RefusedFile file : refused) {
            String line = "- " + MarkdownText.code(file.path() + (file.line() > 0 ? ":" + file.line() : "")) + " "
                    + file.code() + ": " + MarkdownText.code(file.message()) + "\n";
            if (shown == REFUSED || text.length() + line.length() > room) {
                break;
            }
            text.append(line);
            shown++;
        }
        if (shown < refused.size()) {
            add("- and %,d more; `garden validate` lists them all\n", refused.size() - shown);
        }
    }

    /** On a line of its own: where a forge makes the description the message of a squash, the commit is still known as ours. */
    private String trailer() {
        return "\n" + GardenHistory.TRAILER + ": " + cycle + "\n";
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
