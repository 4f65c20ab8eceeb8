package org.graphgarden.inference.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidence means what it says.
 *
 * @param ece expected calibration error: how far confidence and share kept are apart, on average over ten bands; 0 to 1
 * @param brier mean squared difference of confidence and outcome, 0 to 1
 * @param bands the bands that hold anything, lowest first
 */
public record Reliability(double ece, double brier, List<Band> bands) {
    private static final int BANDS = 10;

    public Reliability {
        bands = List.copyOf(bands);
    }

    /**
     * Confidences of a tenth of the scale.
     *
     * @param from lowest confidence of the band
     * @param pairs how many pairs are in it
     * @param weight how many they stand for
     * @param confidence their mean confidence
     * @param kept share of them that was right
     */
    public record Band(double from, int pairs, double weight, double confidence, double kept) {}

    static Reliability of(List<Outcome> outcomes) {
        double total = weight(outcomes);
        List<Band> bands = new ArrayList<>();
        double error = 0;
        for (int band = 0; band < BANDS; band++) {
            int number = band;
            List<Outcome> inside =
                    outcomes.stream().filter(each -> bandOf(each) == number).toList();
            if (!inside.isEmpty()) {
                Band made = band((double) band / BANDS, inside);
                bands.add(made);
                error += made.weight() / total * Math.abs(made.confidence() - made.kept());
            }
        }
        return new Reliability(error, total == 0 ? 0 : squares(outcomes) / total, bands);
    }

    private static int bandOf(Outcome outcome) {
        int band = BANDS - 1;
        while (band > 0 && outcome.confidence() < (double) band / BANDS) {
            band--;
        }
        return band;
    }

    private static Band band(double from, List<Outcome> inside) {
        double weight = weight(inside);
        double confidence = 0;
        double kept = 0;
        for (Outcome each : inside) {
            confidence += each.confidence() * each.weight();
            kept += each.kept() ? each.weight() : 0;
        }
        return new Band(from, inside.size(), weight, confidence / weight, kept / weight);
    }

    private static double weight(List<Outcome> outcomes) {
        double weight = 0;
        for (Outcome each : outcomes) {
            weight += each.weight();
        }
        return weight;
    }

    private static double squares(List<Outcome> outcomes) {
        double sum = 0;
        for (Outcome each : outcomes) {
            double difference = each.confidence() - (each.kept() ? 1 : 0);
            sum += each.weight() * difference * difference;
        }
        return sum;
    }
}
