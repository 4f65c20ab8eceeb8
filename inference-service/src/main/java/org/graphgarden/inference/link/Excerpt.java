package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.graphgarden.inference.text.TextResource;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence that can be quoted: cut, if it has to be, where a clause begins or ends.
 *
 * @param from offset of its first character
 * @param to offset after its last
 * @param value how telling it is
 */
record Excerpt(int from, int to, double value) {
    private static final int SHORTEST = 20;
    private static final int LONG_ENOUGH = 90;
    private static final double AT_STOP = 0.08;
    private static final double AT_CONJUNCTION = 0.2;
    private static final double AT_WORD = 0.45;
    private static final Set<String> CONJUNCTIONS = Set.copyOf(TextResource.lines(Excerpt.class, "clause-words.txt"));
    /** What could not stand in a reason as it is, or shows that this is no prose. */
    private static final Pattern UNFIT =
            Pattern.compile("[\"\\\\“”„`★{}<>|=*\\[\\]…]|https?:|\\.\\.|\\p{Cntrl}|\\p{Cf}|\\p{Cs}");

    /** What makes a part of a sentence worth quoting. */
    record Mark(int from, int to, double weight) {}

    private record Border(int at, double cost) {}

    /**
     * The most telling part of a sentence, or null when none can be quoted.
     *
     * @param marks the first has to be in it when {@code required}; of the others, as many as possible
     * @param longest most characters
     */
    static @Nullable Excerpt of(String text, int from, int to, List<Mark> marks, boolean required, int longest) {
        List<Border> begins = new ArrayList<>(List.of(new Border(from, 0)));
        List<Border> ends = new ArrayList<>();
        if (to - from > longest) {
            borders(text, from, to, begins, ends);
            Mark first = marks.get(0);
            int spare = Math.max(0, longest - (first.to - first.from)) / 2;
            begins.add(new Border(wordStart(text, Math.max(from, first.from - spare), first.from), AT_WORD));
            ends.add(new Border(wordEnd(text, Math.min(to, first.to + spare), first.to), AT_WORD));
        }
        ends.add(new Border(to, 0));
        Excerpt best = null;
        for (Border begin : begins) {
            for (Border end : ends) {
                int length = end.at - begin.at;
                if (length >= SHORTEST && length <= longest) {
                    double value = value(begin, end, marks, required);
                    if (value > 0 && (best == null || value > best.value) && fit(text, begin.at, end.at)) {
                        best = new Excerpt(begin.at, end.at, value);
                    }
                }
            }
        }
        return best;
    }

    /** Whether it holds a part of these words and something else. */
    boolean crosses(Mark words) {
        return words.from < to && words.to > from && (from < words.from || to > words.to);
    }

    private static double value(Border begin, Border end, List<Mark> marks, boolean required) {
        double sum = 0;
        for (Mark mark : marks) {
            boolean inside = mark.from >= begin.at && mark.to <= end.at;
            if (required && !inside) {
                return 0;
            }
            required = false;
            sum += inside ? mark.weight : 0;
        }
        double length = Math.min(1, (end.at - begin.at) / (double) LONG_ENOUGH);
        return sum * (1 - begin.cost - end.cost) * StrictMath.sqrt(length);
    }

    private static boolean fit(String text, int from, int to) {
        return !UNFIT.matcher(text).region(from, to).find();
    }

    private static void borders(String text, int from, int to, List<Border> begins, List<Border> ends) {
        for (int space = text.indexOf(' ', from); space >= 0 && space < to; space = text.indexOf(' ', space + 1)) {
            char before = text.charAt(space - 1);
            boolean dash = before == '–' || before == '—' || before == '-' && text.charAt(space - 2) == ' ';
            if (dash || before == ',' || before == ';' || before == ':' || before == ')') {
                begins.add(new Border(space + 1, AT_STOP));
                ends.add(new Border(dash ? wordlessEnd(text, space - 1) : space, AT_STOP));
            } else if (CONJUNCTIONS.contains(wordAt(text, space + 1))) {
                begins.add(new Border(space + 1, AT_CONJUNCTION));
                ends.add(new Border(space, AT_CONJUNCTION));
            }
        }
    }

    private static int wordlessEnd(String text, int at) {
        int end = at;
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static String wordAt(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private static int wordStart(String text, int wanted, int latest) {
        int at = wanted;
        while (at > 0 && at < latest && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int wanted, int earliest) {
        int at = wanted;
        while (at > earliest && at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }
}
