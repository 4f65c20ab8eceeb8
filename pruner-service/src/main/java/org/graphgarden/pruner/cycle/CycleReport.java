package org.graphgarden.pruner.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.HealthMap;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Cause;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Outcome;
import org.graphgarden.pruner.publish.Publication;
import org.graphgarden.pruner.publish.PublishedRevision;
import org.graphgarden.pruner.publish.RefusedFile;
import org.graphgarden.settings.EnumWords;
import org.jspecify.annotations.Nullable;

/**
 * How a cycle went.
 *
 * @param mark the cycle
 * @param outcome how it ended: the gravest of its repositories' outcomes
 * @param message one sentence for the operator when the outcome needs one; may be empty
 * @param patterns number of readable patterns
 * @param publications what became of each repository, in the garden's order
 * @param refused files left alone, by repository and path
 * @param startedAt when it began
 * @param duration how long it took
 * @param health how the garden stands after it; null when not all of it could be seen
 */
public record CycleReport(
        CycleMark mark,
        Outcome outcome,
        String message,
        int patterns,
        List<Publication> publications,
        List<RefusedFile> refused,
        Instant startedAt,
        Duration duration,
        @Nullable GardenHealth health) {

    /** Decisions that were taken for one cause. */
    public record DecisionKey(Kind kind, Action action, Cause cause) implements Comparable<DecisionKey> {
        @Override
        public int compareTo(DecisionKey other) {
            int byKind = kind.compareTo(other.kind);
            int byAction = byKind != 0 ? byKind : action.compareTo(other.action);
            return byAction != 0 ? byAction : cause.compareTo(other.cause);
        }
    }

    public CycleReport {
        publications = List.copyOf(publications);
        refused = refused.stream().sorted(RefusedFile.BY_PLACE).distinct().toList();
    }

    /** The same with what became of the publications since. */
    CycleReport with(List<Publication> later, Outcome gravest, String why) {
        return new CycleReport(mark, gravest, why, patterns, later, refused, startedAt, duration, health);
    }

    /** Every revision, by repository and slug. */
    public List<PublishedRevision> revisions() {
        return publications.stream().flatMap(p -> p.revisions().stream()).toList();
    }

    /** How often each decision was taken. */
    public SortedMap<DecisionKey, Integer> counts() {
        SortedMap<DecisionKey, Integer> counts = new TreeMap<>();
        decisions()
                .forEach(decision -> counts.merge(
                        new DecisionKey(decision.kind(), decision.action(), decision.cause()), 1, Integer::sum));
        return counts;
    }

    /** Number of entries that keep their bytes in the revised sections. */
    public int kept() {
        return revisions().stream()
                .mapToInt(revision -> revision.revision().kept())
                .sum();
    }

    /** The report as nested maps, lists, texts and numbers in a fixed order: what a JSON file of it holds. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("garden", mark.garden());
        map.put("cycle", mark.cycle());
        map.put("date", mark.date().toString());
        map.put("model", mark.model());
        map.put("outcome", EnumWords.of(outcome));
        map.put("message", message);
        map.put("patterns", patterns);
        map.put("revisedSections", revisions().size());
        map.put("keptEntries", kept());
        map.put(
                "decisions",
                counts().entrySet().stream().map(CycleReport::count).toList());
        map.put(
                "repositories",
                publications.stream().map(CycleReport::repository).toList());
        map.put("refused", refused.stream().map(CycleReport::file).toList());
        map.put("durationMillis", duration.toMillis());
        map.put("health", health == null ? null : HealthMap.of(mark.garden(), health));
        return map;
    }

    private Stream<Decision> decisions() {
        return revisions().stream().flatMap(revision -> revision.revision().decisions().stream());
    }

    private static Map<String, Object> count(Map.Entry<DecisionKey, Integer> entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", EnumWords.of(entry.getKey().kind()));
        map.put("action", EnumWords.of(entry.getKey().action()));
        map.put("cause", entry.getKey().cause().id());
        map.put("count", entry.getValue());
        return map;
    }

    private static Map<String, Object> repository(Publication publication) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("repository", publication.repository());
        map.put("outcome", EnumWords.of(publication.outcome()));
        map.put("message", publication.message());
        map.put("ref", publication.ref());
        map.put("base", publication.base());
        map.put("commit", publication.commit());
        map.put("request", publication.request());
        List<Map<String, Object>> revisions = new ArrayList<>();
        publication.revisions().forEach(revision -> revisions.add(revision(revision)));
        map.put("revisions", revisions);
        return map;
    }

    private static Map<String, Object> revision(PublishedRevision revision) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("slug", revision.revision().slug());
        map.put("path", revision.revision().path());
        map.put("kept", revision.revision().kept());
        map.put(
                "decisions",
                revision.revision().decisions().stream()
                        .map(CycleReport::decision)
                        .toList());
        return map;
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", EnumWords.of(decision.kind()));
        map.put("action", EnumWords.of(decision.action()));
        map.put("cause", decision.cause().id());
        map.put("id", decision.id());
        map.put("detail", decision.detail());
        map.put("before", decision.before());
        map.put("after", decision.after());
        return map;
    }

    private static Map<String, Object> file(RefusedFile file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("repository", file.repository());
        map.put("path", file.path());
        map.put("code", file.code());
        map.put("line", file.line());
        map.put("message", file.message());
        return map;
    }
}
