package org.graphgarden.standalone.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.graphgarden.standalone.text.CommitId;

/** The status as lines of text. Pure. */
public final class StatusTable {

    private StatusTable() {}

    /** A block for each garden. */
    public static List<String> of(List<GardenStatus> gardens, Instant now) {
        List<String> lines = new ArrayList<>();
        for (GardenStatus garden : gardens) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("garden " + garden.name());
            lines.add(row("  %-24s %-12s %7s  %s", "repository", "commit", "pushes", "last look"));
            for (GardenStatus.Repository repository : garden.repositories()) {
                lines.add(row(
                        "  %-24s %-12s %7d  %s",
                        repository.name(),
                        shortened(repository.commit()),
                        repository.pushes(),
                        look(repository.lookAge())));
            }
            lines.add(row(
                    "  lag           %,d records, %.1f s",
                    garden.lag().records(), garden.lag().seconds()));
            lines.add("  last cycle    "
                    + garden.lastCycle().map(cycle -> cycle(cycle, now)).orElse("none yet"));
            lines.add("  next cycle    "
                    + garden.nextCycle()
                            .map(next -> next + ", in " + words(Duration.between(now, next)))
                            .orElse("when asked"));
            lines.add("  dead letters  " + letters(garden));
        }
        return List.copyOf(lines);
    }

    private static String cycle(GardenStatus.Cycle cycle, Instant now) {
        return row(
                "%s, %s, %,d sections, %s ago",
                cycle.id(), cycle.outcome(), cycle.revised(), words(Duration.between(cycle.endedAt(), now)));
    }

    private static String letters(GardenStatus garden) {
        long all = garden.deadLetters().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (all == 0) {
            return "none in 30 days";
        }
        String codes = new TreeMap<>(garden.deadLetters())
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        return row("%,d in 30 days: %s", all, codes);
    }

    private static String look(OptionalDouble age) {
        return age.isPresent() ? words(Duration.ofMillis((long) (age.getAsDouble() * 1000))) + " ago" : "not known";
    }

    private static String shortened(String commit) {
        return commit.isEmpty() ? "-" : CommitId.shortened(commit);
    }

    private static String words(Duration time) {
        Duration whole = time.isNegative() ? Duration.ZERO : time.truncatedTo(ChronoUnit.SECONDS);
        if (whole.toDays() > 0) {
            return whole.toDays() + " d " + whole.toHoursPart() + " h";
        }
        if (whole.toHours() > 0) {
            return whole.toHours() + " h " + whole.toMinutesPart() + " min";
        }
        return whole.toMinutes() > 0
                ? whole.toMinutes() + " min " + whole.toSecondsPart() + " s"
                : whole.toSeconds() + " s";
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
