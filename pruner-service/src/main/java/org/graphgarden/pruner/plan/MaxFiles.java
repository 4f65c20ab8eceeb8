package org.graphgarden.pruner.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many files a cycle revises at most.
 *
 * @param amount number of files, or percentage of the garden's patterns
 * @param percent whether it is a percentage
 */
public record MaxFiles(int amount, boolean percent) {
    /** No limit. */
    public static final MaxFiles ALL = new MaxFiles(100, true);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})\\s*(%?)");

    public MaxFiles {
        Require.atLeast(1, amount, "maxFiles");
        if (percent && amount > 100) {
            throw new IllegalArgumentException("maxFiles must be at most 100%: " + amount + "%");
        }
    }

    /** A number of files. */
    public static MaxFiles of(int files) {
        return new MaxFiles(files, false);
    }

    /**
     * Reads {@code 200} or {@code 10%}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static MaxFiles parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "maxFiles must be a number of files or a percentage, such as 200 or 10%: " + text);
        }
        return new MaxFiles(
                Integer.parseInt(matcher.group(1)), !matcher.group(2).isEmpty());
    }

    /** Files of a garden with so many patterns: of a percentage at least one. */
    int files(long patterns) {
        return percent ? (int) Math.max(1, patterns * amount / 100) : amount;
    }

    @Override
    public String toString() {
        return amount + (percent ? "%" : "");
    }
}
