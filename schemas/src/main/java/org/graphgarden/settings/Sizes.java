package org.graphgarden.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Sizes as people write them: a whole number of bytes, or of {@code B}, {@code KiB}, {@code MiB} or {@code GiB}. */
public final class Sizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)?");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Sizes() {}

    /**
     * Reads a size such as {@code 768KiB}, in bytes.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no size: write a whole number and B, KiB, MiB or GiB");
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        return Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(unit, 1L);
    }

    /** For settings of {@link ConfigDef.Type#STRING} that are sizes; both ends are allowed. */
    public static ConfigDef.Validator between(String least, String most) {
        long low = parse(least);
        long high = parse(most);
        return ConfigDef.LambdaValidator.with(
                (name, value) -> check(name, value, low, high, least, most),
                () -> "size from " + least + " to " + most);
    }

    private static void check(String name, Object value, long low, long high, String least, String most) {
        try {
            long size = parse(String.valueOf(value));
            if (size < low || size > high) {
                throw new ConfigException(name, value, "has to be from " + least + " to " + most);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }
}
