package org.graphgarden.pruner.cycle;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When a garden's cycles are due.
 *
 * @param cron Quartz cron expression; seconds come first
 * @param zone whose clocks it speaks of
 */
public record Schedule(String cron, ZoneId zone) {
    /** How far back the last time is looked for: no further than needed, as times are counted one by one. */
    private static final List<Duration> WINDOWS = List.of(
            Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(32), Duration.ofDays(1830));

    public Schedule {
        if (!CronExpression.isValidExpression(cron)) {
            throw new IllegalArgumentException("cron is " + cron + ", which is no cron expression");
        }
    }

    /** The first time after this one; empty when there is none any more. */
    public Optional<Instant> nextAfter(Instant time) {
        return Optional.ofNullable(expression().getNextValidTimeAfter(Date.from(time)))
                .map(Date::toInstant);
    }

    /** The last time up to this one; empty when there was none within five years. */
    public Optional<Instant> lastUntil(Instant time) {
        for (Duration window : WINDOWS) {
            Optional<Instant> last = Optional.empty();
            Optional<Instant> next = nextAfter(time.minus(window));
            while (next.isPresent() && !next.get().isAfter(time)) {
                last = next;
                next = nextAfter(next.get());
            }
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** The day of a cycle that is due at this time. */
    LocalDate date(Instant due) {
        return due.atZone(zone).toLocalDate();
    }

    CronExpression expression() {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return expression;
        } catch (ParseException e) {
            throw new IllegalStateException("checked before", e);
        }
    }
}
