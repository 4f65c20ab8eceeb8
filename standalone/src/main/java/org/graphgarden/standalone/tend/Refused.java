package org.graphgarden.standalone.tend;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graphgarden.events.DeadLetter;
import org.graphgarden.events.PruneCycle;

/**
 * A file that was left as it is, and why.
 *
 * @param path path inside the repository
 * @param line line, counted from 1; 0 when unknown
 * @param code reason code
 * @param message what is wrong and how to mend it
 */
public record Refused(String path, int line, String code, String message) implements Comparable<Refused> {
    private static final Comparator<Refused> ORDER = Comparator.comparing(Refused::path)
            .thenComparingInt(Refused::line)
            .thenComparing(Refused::code)
            .thenComparing(Refused::message);

    /**
     * Everything that any stage refused, once a path, line and code, in that order. Of a file that was refused early the cycle
     * only repeats it, in its own words.
     */
    public static List<Refused> of(List<DeadLetter> letters, PruneCycle cycle) {
        Stream<Refused> before = letters.stream()
                .map(letter -> new Refused(
                        letter.getPath().isEmpty() ? letter.getSourceTopic() : letter.getPath(),
                        letter.getLine(),
                        letter.getCode(),
                        letter.getMessage()));
        Set<String> known = letters.stream().map(DeadLetter::getPath).collect(Collectors.toSet());
        Stream<Refused> during = cycle.getRefused().stream()
                .filter(file -> !known.contains(file.getPath()))
                .map(file -> new Refused(file.getPath(), file.getLine(), file.getCode(), file.getMessage()));
        TreeSet<Refused> all = new TreeSet<>(Comparator.comparing(Refused::path)
                .thenComparingInt(Refused::line)
                .thenComparing(Refused::code));
        Stream.concat(before, during).forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public int compareTo(Refused other) {
        return ORDER.compare(this, other);
    }
}
