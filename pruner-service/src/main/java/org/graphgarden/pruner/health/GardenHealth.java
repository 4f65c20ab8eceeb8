package org.graphgarden.pruner.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graphgarden.pruner.plan.GardenState;
import org.jspecify.annotations.Nullable;

/**
 * How a garden stands after a cycle, compared with how it stood before it and after the last one. Lists of examples are cut at
 * {@value #EXAMPLES}; the measures count all.
 *
 * @param date the day of the cycle
 * @param lastDate the day of the last cycle that was published; null when that is not known
 * @param measures every figure, in the order of {@link Measure}
 * @param tallies counts by kind, in the order of {@link Tally}
 * @param concentrations how evenly links spread: by letter, folder and target, of inferred links and then of curated relations
 * @param findings what is worth a steward's look, the gravest first; none when all is well
 * @param dangling links and relations that point at nothing, by place
 * @param orphans slugs of patterns without any link or relation
 * @param nearDuplicates pairs that say nearly the same
 */
public record GardenHealth(
        LocalDate date,
        @Nullable LocalDate lastDate,
        List<Measurement> measures,
        List<TallyCount> tallies,
        List<Concentration> concentrations,
        List<Finding> findings,
        List<Dangling> dangling,
        List<String> orphans,
        List<NearDuplicates> nearDuplicates) {
    /** Examples that are listed of each kind. */
    public static final int EXAMPLES = 100;

    public GardenHealth {
        measures = List.copyOf(measures);
        tallies = List.copyOf(tallies);
        concentrations = List.copyOf(concentrations);
        findings = List.copyOf(findings);
        dangling = List.copyOf(dangling);
        orphans = List.copyOf(orphans);
        nearDuplicates = List.copyOf(nearDuplicates);
    }

    /**
     * What is found.
     *
     * @param look the garden as it stands, after a cycle if there was one
     * @param before the garden before the cycle; null when there was no cycle
     * @param last the health after the last cycle that was published; null when that is not known
     */
    public static GardenHealth of(Look look, @Nullable GardenState before, @Nullable GardenHealth last) {
        Snapshot now = Snapshot.of(look);
        Snapshot then = before == null ? null : Snapshot.of(look.at(before));
        List<Measurement> measures = measures(now, then, last);
        List<Concentration> concentrations = concentrations(now, then);
        return new GardenHealth(
                look.date(),
                last == null ? null : last.date(),
                measures,
                tallies(now, then),
                concentrations,
                Findings.of(now),
                now.dangling().stream().limit(EXAMPLES).toList(),
                now.orphans().stream().limit(EXAMPLES).toList(),
                look.nearDuplicates().stream().limit(EXAMPLES).toList());
    }

    /** A figure; 0 when it was not measured. */
    public double figure(Measure measure) {
        return measures.stream()
                .filter(each -> each.measure() == measure)
                .mapToDouble(Measurement::now)
                .findFirst()
                .orElse(0);
    }

    /** The counts of one tally, in their order. */
    public List<TallyCount> tally(Tally tally) {
        return tallies.stream().filter(count -> count.tally() == tally).toList();
    }

    private static List<Measurement> measures(Snapshot now, @Nullable Snapshot then, @Nullable GardenHealth last) {
        Map<Measure, Double> lasts = new HashMap<>();
        if (last != null) {
            last.measures().forEach(each -> lasts.put(each.measure(), each.now()));
        }
        List<Measurement> measures = new ArrayList<>();
        now.figures()
                .forEach((measure, value) -> measures.add(new Measurement(
                        measure, value, then == null ? null : then.figures().get(measure), lasts.get(measure))));
        return measures;
    }

    private static List<TallyCount> tallies(Snapshot now, @Nullable Snapshot then) {
        List<TallyCount> counts = new ArrayList<>();
        for (Map.Entry<Tally, Map<String, Integer>> tally : now.tallies().entrySet()) {
            Map<String, Integer> befores =
                    then == null ? Map.of() : then.tallies().getOrDefault(tally.getKey(), Map.of());
            Map<String, Integer> all = new LinkedHashMap<>(tally.getValue());
            befores.keySet().forEach(kind -> all.putIfAbsent(kind, 0));
            all.forEach((kind, count) -> counts.add(
                    new TallyCount(tally.getKey(), kind, count, then == null ? null : befores.getOrDefault(kind, 0))));
        }
        return counts;
    }

    private static List<Concentration> concentrations(Snapshot now, @Nullable Snapshot then) {
        if (then == null) {
            return now.concentrations();
        }
        List<Concentration> compared = new ArrayList<>();
        for (int i = 0; i < now.concentrations().size(); i++) {
            compared.add(now.concentrations()
                    .get(i)
                    .comparedWith(then.concentrations().get(i)));
        }
        return compared;
    }
}
