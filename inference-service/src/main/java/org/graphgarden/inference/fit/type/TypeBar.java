package org.graphgarden.inference.fit.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds from which probability on a type is right often enough. */
final class TypeBar {
    private static final double PRECISION = 0.6;
    private static final double LEAST = 0.5;

    /** Says nothing: no probability is higher. */
    private static final double NEVER = 1;

    private final List<Answer> answers = new ArrayList<>();

    private record Answer(double probability, boolean right, double weight) {}

    void add(double probability, boolean right, double weight) {
        if (probability > LEAST) {
            answers.add(new Answer(probability, right, weight));
        }
    }

    /** The lowest bar above which three in five are right, even if one more had been wrong; at least .5. */
    double height() {
        List<Answer> sorted = new ArrayList<>(answers);
        sorted.sort(Comparator.comparingDouble(Answer::probability).reversed());
        double height = NEVER;
        double right = 0;
        double all = 1;
        for (int i = 0; i < sorted.size(); i++) {
            all += sorted.get(i).weight();
            right += sorted.get(i).right() ? sorted.get(i).weight() : 0;
            double next = i + 1 < sorted.size() ? sorted.get(i + 1).probability() : LEAST;
            if (next < sorted.get(i).probability() && right >= PRECISION * all) {
                height = StrictMath.ceil(next * 1e6) / 1e6;
            }
        }
        return height;
    }
}
