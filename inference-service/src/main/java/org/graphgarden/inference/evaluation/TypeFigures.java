package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often the type of a link is right, over the right links whose type is known.
 *
 * @param links how many those are
 * @param accuracy share whose type is right, 0 to 1
 * @param complementary what accuracy would be if {@code complementary} were said every time
 * @param macroF1 mean F1 over the types that occur
 * @param types each type that occurs or is said, by name
 */
public record TypeFigures(int links, double accuracy, double complementary, double macroF1, List<TypeRow> types) {
    private static final String PLAIN = "complementary";
    private static final Set<String> KNOWN =
            Set.of("generalizes_from", "specializes_to", "enables", "requires", "alternatives", PLAIN, "tools");

    /** Places in a row of counts. */
    private static final int OCCURS = 0;

    private static final int SAID = 1;
    private static final int RIGHT = 2;

    public TypeFigures {
        types = List.copyOf(types);
    }

    /**
     * One type.
     *
     * @param type as the front matter has it
     * @param occurs links of this type
     * @param said links that are said to be of it
     * @param right links of which that is true
     */
    public record TypeRow(String type, int occurs, int said, int right) {
        double f1() {
            return occurs + said == 0 ? 0 : 2.0 * right / (occurs + said);
        }
    }

    /** Whether the word is a link type, and not just a word for "linked". */
    static boolean isType(String type) {
        return KNOWN.contains(type);
    }

    /** Of the links that were found and whose type is known, in the direction in which they stand. */
    public static TypeFigures ofGold(List<Prediction> predictions, List<GoldLink> gold) {
        Map<Pair, Set<String>> known = new HashMap<>();
        for (GoldLink link : gold) {
            if (isType(link.type())) {
                known.computeIfAbsent(new Pair(link.source(), link.target()), any -> new TreeSet<>())
                        .add(link.type());
            }
        }
        List<Said> said = new ArrayList<>();
        for (Prediction each : predictions) {
            Set<String> right = known.get(new Pair(each.source(), each.target()));
            if (right != null) {
                said.add(new Said(each.type(), right));
            }
        }
        return of(said);
    }

    /** Of the pairs that a reader would keep and that were proposed. */
    static TypeFigures ofJudged(Map<Pair, Prediction> predictions, List<Judgement> judged) {
        List<Said> said = new ArrayList<>();
        for (Judgement each : judged) {
            Prediction made = predictions.get(new Pair(each.source(), each.target()));
            if (each.verdict() > 0 && made != null) {
                said.add(new Said(made.type(), Set.of(each.type())));
            }
        }
        return of(said);
    }

    private record Said(String type, Set<String> right) {
        boolean isRight() {
            return right.contains(type);
        }
    }

    private static TypeFigures of(List<Said> links) {
        Map<String, int[]> counts = new TreeMap<>();
        int right = 0;
        int plain = 0;
        for (Said link : links) {
            link.right().forEach(type -> row(counts, type));
            // Of several right answers the one that was given is the one that counts.
            Set<String> meant = link.isRight() ? Set.of(link.type()) : link.right();
            meant.forEach(type -> row(counts, type)[OCCURS]++);
            row(counts, link.type())[SAID]++;
            row(counts, link.type())[RIGHT] += link.isRight() ? 1 : 0;
            right += link.isRight() ? 1 : 0;
            plain += link.right().contains(PLAIN) ? 1 : 0;
        }
        List<TypeRow> rows = new ArrayList<>();
        counts.forEach((type, count) -> rows.add(new TypeRow(type, count[OCCURS], count[SAID], count[RIGHT])));
        double all = Math.max(1, links.size());
        double f1 = rows.stream()
                .filter(row -> row.occurs() > 0)
                .mapToDouble(TypeRow::f1)
                .average()
                .orElse(0);
        return new TypeFigures(links.size(), right / all, plain / all, f1, rows);
    }

    private static int[] row(Map<String, int[]> counts, String type) {
        return counts.computeIfAbsent(type, any -> new int[3]);
    }
}
