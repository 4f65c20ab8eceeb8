package org.graphgarden.pruner.publish;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graphgarden.pruner.plan.Action;
import org.graphgarden.pruner.plan.Decision;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.Revision;

/**
 * What a garden commit came to, as its trailer {@code Garden-Counts} has it: {@code files=3 link.drop=1 link.plant=4}. First the
 * files, then how often each kind of entry met each action, by name; what did not happen is left out. A public contract.
 *
 * @param files number of files the commit changes
 * @param decisions how often, by {@code kind.action}
 */
public record CommitCounts(int files, SortedMap<String, Integer> decisions) {
    /** Key of the trailer. */
    public static final String TRAILER = "Garden-Counts";

    private static final Pattern LINE = Pattern.compile("(?dmi)^[ \\t]*" + TRAILER + ":[ \\t]*files=(\\d{1,9})(.*)$");
    private static final Pattern COUNT = Pattern.compile(" ([a-z]+\\.[a-z]+)=(\\d{1,9})");

    public CommitCounts {
        if (files < 0) {
            throw new IllegalArgumentException("files must be 0 or more: " + files);
        }
        decisions = new TreeMap<>(decisions);
    }

    /** Counts what revisions decide. */
    public static CommitCounts of(Iterable<Revision> revisions) {
        int files = 0;
        SortedMap<String, Integer> decisions = new TreeMap<>();
        for (Revision revision : revisions) {
            files++;
            for (Decision decision : revision.decisions()) {
                decisions.merge(key(decision.kind(), decision.action()), 1, Integer::sum);
            }
        }
        return new CommitCounts(files, decisions);
    }

    /** Reads them from a commit's whole message; empty when it has no such trailer. */
    public static Optional<CommitCounts> read(String message) {
        Matcher line = LINE.matcher(message);
        if (!line.find()) {
            return Optional.empty();
        }
        SortedMap<String, Integer> decisions = new TreeMap<>();
        Matcher count = COUNT.matcher(line.group(2));
        while (count.find()) {
            decisions.put(count.group(1), Integer.parseInt(count.group(2)));
        }
        return Optional.of(new CommitCounts(Integer.parseInt(line.group(1)), decisions));
    }

    /** How often entries of that kind met that action. */
    public int count(Kind kind, Action action) {
        return decisions.getOrDefault(key(kind, action), 0);
    }

    /** The trailer's value. */
    @Override
    public String toString() {
        return decisions.entrySet().stream()
                .map(count -> " " + count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining("", "files=" + files, ""));
    }

    /** The most valuable of it in a line of a few words: title of the commit and of its request. */
    public String headline() {
        String patterns = "Tend " + files + (files == 1 ? " pattern" : " patterns");
        int planted = count(Kind.LINK, Action.PLANT) + count(Kind.LINK, Action.RECIPROCATE);
        int dropped = count(Kind.LINK, Action.DROP);
        return planted + dropped == 0 ? patterns : patterns + ": plant " + planted + ", drop " + dropped + " links";
    }

    private static String key(Kind kind, Action action) {
        return (kind.name() + "." + action.name()).toLowerCase(Locale.ROOT);
    }
}
