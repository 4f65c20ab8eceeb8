package org.graphgarden.runtime.metrics;

import java.util.List;
import java.util.Locale;

/**
 * A meter as it is declared: once, before anything is counted.
 *
 * @param kind what it does
 * @param name words joined by dots, such as {@code garden.pushes.closed}
 * @param unit what a value counts, such as {@code seconds} or {@code pushes}
 * @param meaning one sentence for the operator
 * @param tags names of the tags that tell its series apart; their values are few and known
 */
public record MeterSpec(Kind kind, String name, String unit, String meaning, List<String> tags) {

    /** What a meter does. */
    public enum Kind {
        /** Only grows; read its rate. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** How often something was done, and how long it took: a histogram in seconds. */
        TIMER
    }

    public MeterSpec {
        if (!name.matches("garden(\\.[a-z]+)+")) {
            throw new IllegalArgumentException("name is " + name + ", but has to be garden. and words joined by dots");
        }
        tags = List.copyOf(tags);
    }

    public static MeterSpec counter(String name, String unit, String meaning, String... tags) {
        return new MeterSpec(Kind.COUNTER, name, unit, meaning, List.of(tags));
    }

    public static MeterSpec gauge(String name, String unit, String meaning, String... tags) {
        return new MeterSpec(Kind.GAUGE, name, unit, meaning, List.of(tags));
    }

    public static MeterSpec timer(String name, String meaning, String... tags) {
        return new MeterSpec(Kind.TIMER, name, "seconds", meaning, List.of(tags));
    }

    /** The name that Prometheus sees. */
    public String prometheusName() {
        String words = name.replace('.', '_');
        return switch (kind) {
            case COUNTER -> words + "_total";
            case GAUGE -> unit.equals("seconds") ? words + "_seconds" : words;
            case TIMER -> words + "_seconds";
        };
    }

    /** The kind in one word. */
    public String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
