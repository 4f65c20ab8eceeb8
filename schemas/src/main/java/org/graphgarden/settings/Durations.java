package org.graphgarden.settings;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Durations as people write them: a whole number and {@code ms}, {@code s}, {@code m}, {@code h}, {@code d} or {@code w}. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d|w)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private Durations() {}

    /**
     * Reads a duration such as {@code 3m} or {@code 30d}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no duration: write a whole number and ms, s, m, h, d or w");
        }
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** For settings of {@link ConfigDef.Type#STRING} that are durations; both ends are allowed. */
    public static ConfigDef.Validator between(String least, String most) {
        Duration low = parse(least);
        Duration high = parse(most);
        return ConfigDef.LambdaValidator.with(
                (name, value) -> check(name, value, low, high, least, most),
                () -> "duration from " + least + " to " + most);
    }

    private static void check(String name, Object value, Duration low, Duration high, String least, String most) {
        try {
            Duration duration = parse(String.valueOf(value));
            if (duration.compareTo(low) < 0 || duration.compareTo(high) > 0) {
                throw new ConfigException(name, value, "has to be from " + least + " to " + most);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }
}
