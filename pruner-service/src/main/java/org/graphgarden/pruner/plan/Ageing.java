package org.graphgarden.pruner.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What time does to a section.
 *
 * @param halfLifeDays days after which half is left of the confidence of a link that is no longer affirmed, 1 or more
 * @param refreshAgeDays age in days from which the date of an unrevised section is refreshed, 1 or more
 */
public record Ageing(int halfLifeDays, int refreshAgeDays) {
    public static final Ageing DEFAULT = new Ageing(90, 30);

    public Ageing {
        Require.atLeast(1, halfLifeDays, "halfLifeDays");
        Require.atLeast(1, refreshAgeDays, "refreshAgeDays");
    }

    /**
     * What is left of a confidence. Rounded down to what a file can say, so that every day that is written moves it, and
     * what was written for a day is what stands on that day.
     *
     * @param since when the file said so
     */
    double faded(double confidence, LocalDate since, LocalDate now) {
        long days = ChronoUnit.DAYS.between(since, now);
        return days <= 0 ? confidence : Figures.down(confidence * StrictMath.pow(2, -(double) days / halfLifeDays));
    }

    /** Whether a date is older than the refresh age. */
    boolean old(LocalDate lastPruned, LocalDate now) {
        return lastPruned.plusDays(refreshAgeDays).isBefore(now);
    }
}
