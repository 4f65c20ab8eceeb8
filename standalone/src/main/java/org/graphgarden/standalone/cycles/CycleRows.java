package org.graphgarden.standalone.cycles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.PublishedCommit;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.kafka.TopicReader;
import org.graphgarden.settings.EnumWords;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.standalone.tended.OpenRepository;
import org.graphgarden.standalone.tended.Tended;
import org.graphgarden.topics.Topic;

/** Reads the cycles of a garden: from its topic, with what became of them since from its repositories; or from these alone. */
public final class CycleRows {
    private CycleRows() {}

    /**
     * The cycles that left a commit, newest first.
     *
     * @param limit how many at most
     */
    public static List<CycleRow> ofHistory(Tended tended, int limit) {
        Map<String, CycleRow> rows = new LinkedHashMap<>();
        for (RepositorySettings settings : tended.garden().repositories()) {
            try (OpenRepository repository = new OpenRepository(tended, settings)) {
                // Counting reads files, so only those that are shown are counted.
                CycleHistory.of(tended, repository, repository.fetch().commit()).stream()
                        .limit(limit)
                        .forEach(cycle -> rows.merge(cycle.cycle(), row(repository, cycle), CycleRows::together));
            }
        }
        return newest(told(rows), limit);
    }

    /** The same for a garden that runs, with the cycles that left no commit. */
    public static List<CycleRow> ofTopic(KafkaClients clients, Tended tended, int limit) {
        Map<String, CycleRow> told = new LinkedHashMap<>();
        ofHistory(tended, limit).forEach(row -> told.put(row.cycle(), row));
        List<CycleRow> rows = new ArrayList<>();
        new TopicReader(clients)
                .readTable(Topic.PRUNE_CYCLES, tended.garden().name(), PruneCycle.class)
                .values()
                .forEach(cycle -> rows.add(row(cycle, Optional.ofNullable(told.remove(cycle.getCycle())))));
        rows.addAll(told.values());
        return newest(rows, limit);
    }

    /** Gardens that share a repository may each have a cycle of one id: only the whole tells these apart. */
    private static List<CycleRow> told(Map<String, CycleRow> rows) {
        Map<String, Long> ids =
                rows.values().stream().collect(Collectors.groupingBy(CycleRow::cycle, Collectors.counting()));
        return rows.entrySet().stream()
                .map(row -> ids.getOrDefault(row.getValue().cycle(), 0L) == 1L
                        ? row.getValue()
                        : row.getValue().called(row.getKey()))
                .toList();
    }

    private static List<CycleRow> newest(List<CycleRow> rows, int limit) {
        return rows.stream().sorted(CycleRow.NEWEST_FIRST).limit(limit).toList();
    }

    private static CycleRow row(OpenRepository repository, PastCycle cycle) {
        String commit = cycle.commit().note().commit();
        CycleRow.Commit made = new CycleRow.Commit(
                repository.name(),
                commit,
                String.join(", ", cycle.branches().keySet()),
                cycle.isMerged(),
                cycle.revertedBy().map(by -> by.note().commit()),
                Optional.empty());
        return new CycleRow(cycle.id(), cycle.time(), "published", "", List.of(made), Tally.of(repository, commit));
    }

    private static CycleRow together(CycleRow one, CycleRow other) {
        List<CycleRow.Commit> commits = new ArrayList<>(one.commits());
        commits.addAll(other.commits());
        return new CycleRow(
                one.cycle(),
                one.time(),
                one.outcome(),
                one.message(),
                commits,
                one.tally().plus(other.tally()));
    }

    private static CycleRow row(PruneCycle cycle, Optional<CycleRow> told) {
        List<CycleRow.Commit> commits = cycle.getCommits().stream()
                .map(commit -> told.stream()
                        .flatMap(row -> row.commits().stream())
                        .filter(known -> known.repository().equals(commit.getRepository()))
                        .findFirst()
                        .orElseGet(() -> gone(commit))
                        .proposedAt(commit.getRequest()))
                .toList();
        return new CycleRow(
                cycle.getCycle(),
                cycle.getStartedAt(),
                EnumWords.of(cycle.getOutcome()),
                cycle.getMessage(),
                commits,
                Tally.of(cycle.getRevisedSections(), cycle.getCauses()));
    }

    /** Its branch was deleted, or squashed without the line that names the cycle; or it was only tried. */
    private static CycleRow.Commit gone(PublishedCommit commit) {
        return new CycleRow.Commit(
                commit.getRepository(), commit.getCommit(), "", false, Optional.empty(), Optional.empty());
    }
}
