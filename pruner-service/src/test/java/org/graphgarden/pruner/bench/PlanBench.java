package org.graphgarden.pruner.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.GardenState;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.Limits;
import org.graphgarden.pruner.plan.Planner;
import org.graphgarden.pruner.plan.Policy;
import org.graphgarden.pruner.plan.Revision;

/**
 * Measures planning without Kafka and Git: seconds of a plan with and without communities, and of planning again what was planned;
 * {@code -Xmx} bounds the heap. Arguments: how many patterns, and how many characters the text of each has.
 */
final class PlanBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private PlanBench() {}

    public static void main(String[] args) {
        int patterns = Integer.parseInt(args[0]);
        SyntheticGarden garden = timed("garden made", () -> SyntheticGarden.of(patterns, 1, Integer.parseInt(args[1])));
        System.gc();
        say(
                "heap of the garden alone: %.2f GB; there may be %.2f GB",
                used() / 1e9, Runtime.getRuntime().maxMemory() / 1e9);
        GardenState before = timed("garden indexed", () -> GardenState.of(garden.sections()));
        Limits all = Policy.DEFAULT.limits();
        Limits without = new Limits(all.linksPerPattern(), all.incomingShare(), all.entitiesPerPattern(), 0);
        timed("plan without communities", () -> plan(before, garden, Policy.DEFAULT.with(without)));
        List<Revision> plan = timed("plan", () -> plan(before, garden, Policy.DEFAULT));
        decisions(plan).forEach((what, count) -> say("  %9d %s", count, what));
        communities(plan);
        GardenState after = before.after(plan);
        List<Revision> again = timed("plan of what was planned", () -> plan(after, garden, Policy.DEFAULT));
        say("%d revisions, then %d", plan.size(), again.size());
    }

    private static List<Revision> plan(GardenState state, SyntheticGarden garden, Policy policy) {
        return Planner.plan(state, garden.enriched(), policy, TODAY);
    }

    private static Map<String, Integer> decisions(List<Revision> plan) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Revision revision : plan) {
            for (Decision decision : revision.decisions()) {
                counts.merge(
                        decision.kind() + " " + decision.action() + " "
                                + decision.cause().id(),
                        1,
                        Integer::sum);
            }
        }
        return counts;
    }

    private static void communities(List<Revision> plan) {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<Long, Integer> perPattern = new TreeMap<>();
        for (Revision revision : plan) {
            List<Decision> planted = revision.decisions().stream()
                    .filter(decision -> decision.kind() == Kind.COMMUNITY && decision.action() == Action.PLANT)
                    .toList();
            planted.forEach(decision -> sizes.merge(decision.id(), 1, Integer::sum));
            perPattern.merge((long) planted.size(), 1, Integer::sum);
        }
        say("%d communities; patterns by how many they got: %s", sizes.size(), perPattern);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        say("%s in %.1f s", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
