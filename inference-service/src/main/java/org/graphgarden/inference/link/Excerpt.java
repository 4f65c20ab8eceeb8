package org.graphgarden.inference.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.graphgarden.inference.text.TextResource;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence that can be quoted: it stands in the file as it is. Cut, if it has to be, where a clause begins or ends, or at a
 * seam between plain text and file.
 *
 * @param from offset of its first character
 * @param to offset after its last
 * @param value how telling it is
 */
record Excerpt(int from, int to, double value) {
    private static final int SHORTEST = 20;
    private static final int MORE_THAN_THE_NAME = 12;
    private static final int LONG_ENOUGH = 90;
    private static final double AT_STOP = 0.2;
    private static final double AT_CONJUNCTION = 0.3;
    private static final double AT_WORD = 0.5;
    private static final String BEFORE_WORDS = " ,;:.)!?–—-";
    private static final String BEHIND_WORDS = " (–—-";
    private static final Set<String> CONJUNCTIONS = Set.copyOf(TextResource.lines(Excerpt.class, "clause-words.txt"));
    private static final String PLAIN = " ,'’-–—;0123456789()?!";
    /** What could not stand in a reason as it is, or shows that this is no prose. */
    private static final Pattern UNFIT =
            Pattern.compile("[\"\\\\“”„`★{}<>|=*\\[\\]…\\p{Cntrl}\\p{Cf}\\p{Cs}]|https?:|www\\.|\\w_\\w|\\.\\.");

    /** What makes a part of a sentence worth quoting. */
    record Mark(int from, int to, double weight) {}

    private record Border(int at, double cost) {}

    /**
     * The most telling part of a sentence, or null when none can be quoted.
     *
     * @param marks the first has to be in it when {@code required}; of the others, as many as possible
     * @param longest most characters
     */
    static @Nullable Excerpt of(
            PatternText pattern, int from, int to, List<Mark> marks, boolean required, int longest) {
        String text = pattern.text();
        int[] seams = pattern.seams().between(from, to);
        Mark first = marks.get(0);
        List<Border> begins = new ArrayList<>(List.of(new Border(from, 0)));
        List<Border> ends = new ArrayList<>();
        if (to - from > longest || seams.length > 0) {
            borders(text, from, to, begins, ends);
            seamBorders(text, seams, to, begins, ends);
        }
        if (to - from > longest) {
            int spare = Math.max(0, longest - (first.to - first.from)) / 2;
            begins.add(new Border(wordStart(text, Math.max(from, first.from - spare), first.from), AT_WORD));
            ends.add(new Border(wordEnd(text, Math.min(to, first.to + spare), first.to), AT_WORD));
        }
        ends.add(new Border(to, 0));
        boolean fit = isFitInParts(text, from, to);
        if (to - from <= longest && !fit(text, from, to)) {
            // What is no prose as a whole is none in pieces.
            return null;
        }
        int shortest = required ? Math.max(SHORTEST, first.to - first.from + MORE_THAN_THE_NAME) : SHORTEST;
        Excerpt best = null;
        for (Border begin : begins) {
            for (Border end : ends) {
                int length = end.at - begin.at;
                if (length >= shortest && length <= longest) {
                    double value = value(begin, end, marks, required);
                    if (value > 0
                            && (best == null || value > best.value)
                            && (fit || fit(text, begin.at, end.at))
                            && pattern.seams().spare(begin.at, end.at)) {
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

    /** Whether every part is fit, which saves looking at each: a part can cut no more than a character that takes two places. */
    private static boolean isFitInParts(String text, int from, int to) {
        return text.codePointCount(from, to) == to - from && fit(text, from, to);
    }

    private static boolean fit(String text, int from, int to) {
        return isPlain(text, from, to) || !UNFIT.matcher(text).region(from, to).find();
    }

    /** Most sentences are of letters, spaces and commas alone, which costs less to see than that nothing is unfit. */
    private static boolean isPlain(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || PLAIN.indexOf(c) >= 0;
            if (!plain && (c != '.' || at + 1 < to)) {
                return false;
            }
        }
        return true;
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

    private static void seamBorders(String text, int[] seams, int to, List<Border> begins, List<Border> ends) {
        for (int seam : seams) {
            int begin = seam;
            while (begin < to && BEFORE_WORDS.indexOf(text.charAt(begin)) >= 0) {
                begin++;
            }
            int end = seam;
            while (end > 0 && BEHIND_WORDS.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            boolean stop = end > 0 && ".,;:!?)".indexOf(text.charAt(end - 1)) >= 0;
            boolean inWord = begin == seam
                    && end == seam
                    && Character.isLetterOrDigit(text.charAt(seam - 1))
                    && Character.isLetterOrDigit(text.charAt(seam));
            if (!inWord) {
                begins.add(new Border(begin, stop ? AT_STOP : AT_WORD));
                ends.add(new Border(end, stop ? AT_STOP : AT_WORD));
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
