package org.graphgarden.standalone.tend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.graphgarden.events.CauseCount;
import org.graphgarden.events.Decision;
import org.graphgarden.events.DecisionAction;
import org.graphgarden.events.EntryKind;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PublishedCommit;
import org.graphgarden.events.SectionRevision;
import org.graphgarden.inference.curated.Trusted.Finding;
import org.graphgarden.pruner.cycle.HealthRecords;
import org.graphgarden.standalone.health.HealthTable;
import org.graphgarden.standalone.text.CommitId;

/** What a run tells its steward at the end, as lines of text. Pure. */
public final class Summary {
    private static final int SAMPLES = 10;
    private static final int DECISIONS = 3;
    private static final int REFUSED = 20;
    private static final int FIRST_STEP = 10;
    private static final int CONCERNS = 2;

    private final TendResult result;
    private final List<String> lines = new ArrayList<>();

    private Summary(TendResult result) {
        this.result = result;
    }

    /** The summary of a run. */
    public static List<String> of(TendResult result) {
        Summary summary = whatWasDone(result);
        summary.whereToLook();
        return List.copyOf(summary.lines);
    }

    /** The summary of a cycle that services made which keep running. */
    public static List<String> ofCycle(TendResult result) {
        Summary summary = whatWasDone(result);
        summary.outcome();
        return List.copyOf(summary.lines);
    }

    /** The summary of a run in a folder that goes with the run: there is no place to look. */
    public static List<String> ofTrial(TendResult result) {
        Summary summary = whatWasDone(result);
        summary.add("");
        summary.add("This was a trial in a temporary folder. To keep the repository: garden tend my-garden --sample");
        return List.copyOf(summary.lines);
    }

    private static Summary whatWasDone(TendResult result) {
        Summary summary = new Summary(result);
        summary.counts();
        summary.revisions();
        summary.refused();
        summary.leftOut();
        summary.health();
        return summary;
    }

    private void counts() {
        Figures figures = Figures.of(result);
        PruneCycle cycle = result.cycle();
        // Of a cycle of running services nobody has read what was inferred: that is the whole graph.
        add(
                "%,d patterns%s",
                figures.patterns(),
                result.enriched().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d different entities, %,d candidate links",
                                figures.entities(),
                                figures.candidates()));
        add("Revised   %,d sections", cycle.getRevisedSections());
        add(
                "Links     %,d planted, %,d kept with changes, %,d dropped",
                figures.linksPlanted(), figures.linksKept(), figures.linksDropped());
        cycle.getCauses().stream()
                .filter(cause -> cause.getAction() == DecisionAction.DROP && cause.getKind() == EntryKind.LINK)
                .sorted(Comparator.comparingInt(CauseCount::getCount).reversed().thenComparing(CauseCount::getCause))
                .forEach(cause -> add("            %,8d %s", cause.getCount(), cause.getCause()));
        add("Entities  %,d planted, %,d dropped", figures.entitiesPlanted(), figures.entitiesDropped());
        add("Communities %,d planted, %,d dropped", figures.communitiesPlanted(), figures.communitiesDropped());
        add("Kept      %,d entries of the revised sections, as they stood", figures.entriesKept());
    }

    private void revisions() {
        List<SectionRevision> revisions = result.revisions();
        if (revisions.isEmpty()) {
            return;
        }
        add("");
        add(
                revisions.size() > SAMPLES ? "%d of %,d revisions" : "The revisions",
                Math.min(SAMPLES, revisions.size()),
                revisions.size());
        // Spread over the alphabet, so that the sample is not ten neighbours.
        int count = Math.min(SAMPLES, revisions.size());
        for (int i = 0; i < count; i++) {
            revision(revisions.get((int) ((long) i * revisions.size() / count)));
        }
    }

    private void revision(SectionRevision revision) {
        add("  %s: %s", revision.getPath(), tally(revision));
        revision.getDecisions().stream()
                .filter(decision -> decision.getKind() == EntryKind.LINK)
                .sorted(Comparator.comparing(Decision::getAction))
                .limit(DECISIONS)
                .forEach(decision -> add("      %s", sentence(decision)));
    }

    private static String tally(SectionRevision revision) {
        List<String> parts = new ArrayList<>();
        for (EntryKind kind : List.of(EntryKind.LINK, EntryKind.ENTITY, EntryKind.COMMUNITY)) {
            long plus = count(revision, kind, DecisionAction.PLANT) + count(revision, kind, DecisionAction.RECIPROCATE);
            long minus = count(revision, kind, DecisionAction.DROP);
            if (plus + minus > 0) {
                parts.add((plus > 0 ? "+" + plus : "") + (plus > 0 && minus > 0 ? " " : "")
                        + (minus > 0 ? "-" + minus : "") + " " + plural(kind));
            }
        }
        return parts.isEmpty() ? "small changes" : String.join(", ", parts);
    }

    private static String plural(EntryKind kind) {
        return switch (kind) {
            case LINK -> "links";
            case ENTITY -> "entities";
            case COMMUNITY -> "communities";
            case SECTION -> "sections";
            case UNKNOWN -> "entries";
        };
    }

    private static long count(SectionRevision revision, EntryKind kind, DecisionAction action) {
        return revision.getDecisions().stream()
                .filter(decision -> decision.getKind() == kind && decision.getAction() == action)
                .count();
    }

    private static String sentence(Decision decision) {
        String sign =
                switch (decision.getAction()) {
                    case PLANT, RECIPROCATE -> "+";
                    case DROP -> "-";
                    case RETARGET, REWRITE, WEAKEN, REFRESH, KEEP, UNKNOWN -> "~";
                };
        Double confidence =
                decision.getConfidenceAfter() == null ? decision.getConfidenceBefore() : decision.getConfidenceAfter();
        String figure = confidence == null ? "" : String.format(Locale.ROOT, " (%.2f)", confidence);
        String detail = decision.getDetail().isEmpty() ? "" : ": " + decision.getDetail();
        return sign + " " + decision.getId() + figure + " " + decision.getCause() + detail;
    }

    private void refused() {
        List<Refused> refused = result.refused();
        if (refused.isEmpty()) {
            return;
        }
        add("");
        add(
                refused.size() == 1
                        ? "1 file was refused and left as it is"
                        : "%,d files were refused and left as they are",
                refused.size());
        refused.stream()
                .limit(REFUSED)
                .forEach(file -> add(
                        "  %s%s %s: %s",
                        file.path(), file.line() > 0 ? ":" + file.line() : "", file.code(), file.message()));
        if (refused.size() > REFUSED) {
            add("  and %,d more; 'garden validate' lists them all", refused.size() - REFUSED);
        }
    }

    private void leftOut() {
        if (!result.leftOut().isEmpty()) {
            Finding most = Collections.max(result.leftOut(), Comparator.comparingInt(Finding::relations));
            add("");
            add(
                    "Warning   %,d curated relationships in %,d lists are not learned from: %s",
                    result.leftOut().stream().mapToInt(Finding::relations).sum(),
                    result.leftOut().size(),
                    most.message());
        }
    }

    /** The gravest of what is left to worry about. */
    private void health() {
        List<String> worst = HealthRecords.of(result.cycle())
                .map(health -> HealthTable.worst(health, CONCERNS))
                .orElse(List.of());
        if (!worst.isEmpty()) {
            add("");
            worst.forEach(finding -> add("Health    %s", finding));
        }
    }

    private void whereToLook() {
        outcome();
        if (result.cycle().getRevisedSections() > FIRST_STEP) {
            add(
                    "A small first step: garden tend %s --only '%s' --max-files %d",
                    quoted(result.address()), glob(), FIRST_STEP);
        }
    }

    private void outcome() {
        PruneCycle cycle = result.cycle();
        add("");
        switch (cycle.getOutcome()) {
            case PUBLISHED, ALREADY_PUBLISHED -> cycle.getCommits().forEach(this::commit);
            case NOTHING_TO_CHANGE ->
                add(
                        "Nothing to change: no commit was made%s.",
                        cycle.getMessage().isEmpty() ? "" : "; " + cycle.getMessage());
            case DRY_RUN -> add("Nothing was written. Take away --dry-run or --publish none to publish.");
            case REQUEST_FAILED -> {
                cycle.getCommits().forEach(this::commit);
                add("Not proposed: %s", cycle.getMessage());
            }
            case FOREIGN_BRANCH, PUSH_REJECTED, FAILED, UNKNOWN -> add("Nothing was published: %s", cycle.getMessage());
        }
    }

    private void commit(PublishedCommit commit) {
        if (!commit.getRequest().isEmpty()) {
            add("Decide at %s", commit.getRequest());
        }
        String branch = commit.getRef().replaceFirst("^refs/heads/", "");
        String base = CommitId.shortened(result.push().getCommit());
        add(
                "Look at   branch %s, commit %s, %,d files",
                branch, CommitId.shortened(commit.getCommit()), commit.getFiles());
        add("          git diff %s..%s", base, CommitId.shortened(commit.getCommit()));
    }

    /** The folder that holds the first revision: a good place for a first look. */
    private String glob() {
        String path =
                result.revisions().isEmpty() ? "" : result.revisions().get(0).getPath();
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "*.md" : path.substring(0, slash + 1) + "*.md";
    }

    private static String quoted(String address) {
        return address.matches("[A-Za-z0-9_./:@~+-]+") ? address : "'" + address.replace("'", "'\\''") + "'";
    }

    private void add(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
