package org.graphgarden.standalone.letters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a letter lies in {@code garden.dead-letters}, which names it for good.
 *
 * @param partition 0 or more
 * @param offset 0 or more
 */
public record LetterId(int partition, long offset) implements Comparable<LetterId> {

    private static final Pattern TEXT = Pattern.compile("(?:garden\\.dead-letters-)?(\\d{1,9})@(\\d{1,18})");

    /**
     * Reads {@code partition@offset}; the topic may stand before it.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static LetterId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the id of a letter; write partition@offset, such as 2@17, as list shows it");
        }
        return new LetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public int compareTo(LetterId other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
