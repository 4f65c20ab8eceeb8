package org.graphgarden.pruner.health;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.graphgarden.pruner.health.Edges.Edge;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.SectionState;

/**
 * Symmetric links: how many there are, and why the other end of some does not link back alike.
 *
 * @param symmetric how many there are
 * @param byCause those that stand one way only, by cause
 */
record OneWay(int symmetric, SortedMap<String, Integer> byCause) {
    private static final Set<String> SYMMETRIC = Set.of("complementary", "alternatives");

    static OneWay of(Look look, Edges edges) {
        return new Causes(look, edges).count();
    }

    /** Share of the symmetric links whose other end links back; 1 when there is none. */
    double reciprocity() {
        int oneWay = byCause.values().stream().mapToInt(Integer::intValue).sum();
        return symmetric == 0 ? 1 : 1 - (double) oneWay / symmetric;
    }

    private static final class Causes {
        private final Look look;
        private final Edges edges;
        private final Map<String, SectionState> sections = new HashMap<>();
        private final Set<String> optedOut = new HashSet<>();
        private final Set<String> pairs = new HashSet<>();

        Causes(Look look, Edges edges) {
            this.look = look;
            this.edges = edges;
            look.garden().sections().forEach(section -> sections.put(section.slug(), section));
            look.garden().feedback().entries().stream()
                    .filter(entry -> entry.kind() == Kind.SECTION && entry.verdict() == Feedback.Verdict.OPTED_OUT)
                    .forEach(entry -> optedOut.add(entry.slug()));
            edges.links().forEach(edge -> pairs.add(edge.source() + "\n" + edge.target()));
        }

        OneWay count() {
            int symmetric = 0;
            SortedMap<String, Integer> byCause = new TreeMap<>();
            for (Edge edge : edges.links()) {
                if (SYMMETRIC.contains(edge.type())) {
                    symmetric++;
                    if (!edges.links().contains(edge.turned())) {
                        byCause.merge(cause(edge.target(), edge.source()), 1, Integer::sum);
                    }
                }
            }
            return new OneWay(symmetric, byCause);
        }

        private String cause(String end, String other) {
            SectionState section = sections.get(end);
            if (section == null || section.form() == SectionState.Form.CLOSED) {
                return "other-end-closed";
            }
            if (optedOut.contains(end)) {
                return "other-end-opted-out";
            }
            if (pairs.contains(end + "\n" + other)) {
                return "other-end-of-another-type";
            }
            boolean full =
                    section.section().links().size() >= look.policy().limits().linksPerPattern();
            return full ? "other-end-full" : "other-end-has-room";
        }
    }
}
