package org.graphgarden.inference.fit.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.graphgarden.inference.entity.AdditiveModel;
import org.graphgarden.inference.entity.Choice;
import org.graphgarden.inference.entity.EntityModels.Ranking;
import org.graphgarden.inference.entity.Example;
import org.graphgarden.inference.entity.Example.Option;
import org.graphgarden.inference.entity.Example.Typed;
import org.graphgarden.inference.entity.TypeWeights;

/** Counts how well models do on examples that they were not fitted on. */
final class EntityFigures {
    private int labels;
    private int chosen;
    private int exact;
    private int topics;
    private int typed;
    private int typedRight;
    private final List<double[]> relevances = new ArrayList<>();

    void addRanking(List<Example> examples, Ranking models) {
        for (Example example : examples) {
            labels += example.labels();
            for (Option option : choose(example, models.ranker())) {
                chosen++;
                topics += option.overlap() > 0 ? 1 : 0;
                exact += option.overlap() == 1 ? 1 : 0;
                if (option.overlap() == 1 && option.relevance() > 0) {
                    relevances.add(new double[] {models.relevance().score(option.features()), option.relevance()});
                }
            }
        }
    }

    void addTypes(List<Example> examples, TypeWeights weights) {
        for (Example example : examples) {
            for (Typed label : example.types()) {
                typed++;
                typedRight += weights.best(label.evidence(), label.look()) == label.type() ? 1 : 0;
            }
        }
    }

    private static List<Option> choose(Example example, AdditiveModel ranker) {
        List<Scored> scored = example.candidates().stream()
                .map(option -> new Scored(option, ranker.score(option.features())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        return new Choice<>(Scored::score, (Scored each) -> each.option().words())
                .of(scored, any -> true).stream().map(Scored::option).toList();
    }

    private record Scored(Option option, double score) {}

    /** Harmonic mean of precision and recall of the chosen labels; those that share half their words with one do not count. */
    double f1() {
        return 2.0 * exact / (chosen + labels);
    }

    /** The same when they do count. */
    double softF1() {
        return 2.0 * topics / (chosen + labels);
    }

    /** Share of the labels whose type is told right. */
    double typeAccuracy() {
        return typed == 0 ? 0 : (double) typedRight / typed;
    }

    /** Correlation (Pearson) of relevance, over the right labels. */
    double relevanceCorrelation() {
        double[] sums = new double[5];
        for (double[] pair : relevances) {
            sums[0] += pair[0];
            sums[1] += pair[1];
            sums[2] += pair[0] * pair[0];
            sums[3] += pair[1] * pair[1];
            sums[4] += pair[0] * pair[1];
        }
        int n = relevances.size();
        double left = sums[2] - sums[0] * sums[0] / n;
        double right = sums[3] - sums[1] * sums[1] / n;
        return left > 0 && right > 0 ? (sums[4] - sums[0] * sums[1] / n) / StrictMath.sqrt(left * right) : 0;
    }
}
