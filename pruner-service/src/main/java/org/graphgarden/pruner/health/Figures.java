package org.graphgarden.pruner.health;

import java.util.Locale;

/** Figures as readers get them. */
final class Figures {
    private static final double ONE_PERCENT = 0.01;

    private Figures() {}

    /** The figure of a measure. */
    static String text(Measure measure, double value) {
        return switch (measure.unit()) {
            case COUNT -> String.format(Locale.ROOT, "%,d", Math.round(value));
            case SHARE -> percent(value);
            case FRACTION -> String.format(Locale.ROOT, "%.2f", value);
            case NUMBER -> String.format(Locale.ROOT, "%.1f", value);
        };
    }

    /** How a figure changed, with its sign; a dash when it did not. */
    static String change(Measure measure, double now, double then) {
        double change = now - then;
        String text =
                switch (measure.unit()) {
                    case COUNT -> String.format(Locale.ROOT, "%+,d", Math.round(change));
                    case SHARE -> String.format(Locale.ROOT, "%+.1f points", change * 100);
                    case FRACTION -> String.format(Locale.ROOT, "%+.2f", change);
                    case NUMBER -> String.format(Locale.ROOT, "%+.1f", change);
                };
        return text.matches("[+-][0.]+( points)?") ? "–" : text;
    }

    /** Whole percent; below one, a decimal; never 100 for less. */
    static String percent(double share) {
        double percent = share * 100;
        if (share > 0 && share < ONE_PERCENT) {
            return String.format(Locale.ROOT, "%.1f %%", percent);
        }
        long whole = Math.round(percent);
        return (share < 1 && whole == 100 ? 99 : whole) + " %";
    }
}
