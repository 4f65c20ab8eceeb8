package org.graphgarden.inference.fit.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphgarden.inference.link.type.LinkType;
import org.graphgarden.inference.link.type.TypeModel;
import org.graphgarden.inference.link.type.TypedPair;

/**
 * Fits type and direction of links on pairs whose type people have told. How high the probability of a type must be before it is said is
 * found by cross-validation: of what is said above the bar three in five must have been right on patterns, and again on gardens, that the fit had
 * not seen.
 *
 * @param model the model fitted on all pairs
 * @param crossValidated figures of ten fits, each asked about pairs with a pattern that it never saw; the bars were chosen on the same
 *     answers, so they flatter a little
 * @param leftOut by garden: figures of a fit (bars included) on the other gardens; empty with a single garden
 * @param inSample figures of the model on the very pairs it was fitted on: not what to expect elsewhere
 */
public record TypeFit(
        TypeModel model, TypeFigures crossValidated, Map<String, TypeFigures> leftOut, TypeFigures inSample) {
    private static final int FOLDS = 10;
    private static final double LOWEST = 0.5;
    /** Of 6, 15 and 40 the best by held-out likelihood, both by pattern and by library, of nearly these features. */
    private static final double RIDGE = 40;

    /**
     * Fits. Pairs may repeat from either end; each counts by its weight. Deterministic; about a second for some hundreds of pairs.
     *
     * @throws IllegalArgumentException when there are no pairs
     */
    public static TypeFit of(List<TypedPair> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("there are no typed pairs to fit on");
        }
        List<TypedPair> sorted = pairs.stream()
                .sorted(Comparator.comparing(TypedPair::garden)
                        .thenComparing(TypedPair::source)
                        .thenComparing(TypedPair::target)
                        .thenComparing(TypedPair::type))
                .toList();
        Validated validated = Validated.byPattern(sorted);
        TypeModel model = barred(sorted, validated);
        Map<String, TypeFigures> leftOut = new TreeMap<>();
        Map<String, List<TypedPair>> gardens =
                sorted.stream().collect(Collectors.groupingBy(TypedPair::garden, TreeMap::new, Collectors.toList()));
        gardens.forEach((garden, own) -> {
            List<TypedPair> others = sorted.stream()
                    .filter(pair -> !pair.garden().equals(garden))
                    .toList();
            if (!others.isEmpty()) {
                leftOut.put(garden, figures(barred(others, Validated.byPattern(others)), own));
            }
        });
        return new TypeFit(model, validated.figures(model), leftOut, figures(model, sorted));
    }

    /** Fits, and sets each bar where both patterns and gardens that the fit had not seen suggest it. */
    private static TypeModel barred(List<TypedPair> pairs, Validated byPattern) {
        Validated byGarden = Validated.byGarden(pairs);
        TypeModel model = solve(pairs);
        List<TypeModel.Family> families = new ArrayList<>();
        for (int i = 0; i < TypeModel.TYPES.size(); i++) {
            LinkType type = TypeModel.TYPES.get(i);
            TypeModel.Family family = model.families().get(i);
            double bar = Math.max(byPattern.bar(type), byGarden.bar(type));
            families.add(new TypeModel.Family(bar, family.bias(), family.weights()));
        }
        return new TypeModel(families);
    }

    private static TypeModel solve(List<TypedPair> pairs) {
        return new TypeSolver(pairs, RIDGE).solve();
    }

    private static TypeFigures figures(TypeModel model, List<TypedPair> pairs) {
        return TypeFigures.of(
                pairs, pairs.stream().map(pair -> model.typeOf(pair.features())).toList());
    }

    /** What fits say of pairs with a pattern that they have not seen. */
    private record Validated(List<TypedPair> pairs, List<double[]> probabilities) {
        /** Asks about pairs with a pattern of one fold what is fitted on pairs without any. */
        static Validated byPattern(List<TypedPair> pairs) {
            Validated validated = new Validated(new ArrayList<>(), new ArrayList<>());
            for (int fold = 0; fold < FOLDS; fold++) {
                int held = fold;
                validated.ask(
                        pairs.stream()
                                .filter(pair -> fold(pair, first(pair)) == held)
                                .toList(),
                        pairs.stream()
                                .filter(pair -> fold(pair, pair.source()) != held && fold(pair, pair.target()) != held)
                                .toList());
            }
            return validated;
        }

        /** Asks about each garden what is fitted on the others; about nothing when there is only one. */
        static Validated byGarden(List<TypedPair> pairs) {
            Validated validated = new Validated(new ArrayList<>(), new ArrayList<>());
            pairs.stream().map(TypedPair::garden).distinct().forEach(garden -> {
                Map<Boolean, List<TypedPair>> halves = pairs.stream()
                        .collect(Collectors.partitioningBy(pair -> pair.garden().equals(garden)));
                if (!halves.getOrDefault(false, List.of()).isEmpty()) {
                    validated.ask(halves.getOrDefault(true, List.of()), halves.getOrDefault(false, List.of()));
                }
            });
            return validated;
        }

        private void ask(List<TypedPair> asked, List<TypedPair> seen) {
            TypeModel model = solve(seen);
            for (TypedPair pair : asked) {
                pairs.add(pair);
                probabilities.add(model.probabilities(pair.features()));
            }
        }

        private static String first(TypedPair pair) {
            return pair.source().compareTo(pair.target()) <= 0 ? pair.source() : pair.target();
        }

        private static int fold(TypedPair pair, String slug) {
            return Math.floorMod((pair.garden() + "/" + slug).hashCode() * 0x9E3779B9 >>> 8, FOLDS);
        }

        /** The bar that these answers suggest; the lowest when there are none. */
        double bar(LinkType type) {
            TypeBar bar = new TypeBar();
            for (int i = 0; i < pairs.size(); i++) {
                LinkType said = probabilities.get(i)[type.ordinal()]
                                >= probabilities.get(i)[type.inverse().ordinal()]
                        ? type
                        : type.inverse();
                bar.add(
                        probabilities.get(i)[said.ordinal()],
                        pairs.get(i).type() == said,
                        pairs.get(i).weight());
            }
            return pairs.isEmpty() ? LOWEST : bar.height();
        }

        TypeFigures figures(TypeModel barred) {
            return TypeFigures.of(
                    pairs, probabilities.stream().map(barred::said).toList());
        }
    }
}
