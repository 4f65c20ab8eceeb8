package org.graphgarden.inference.profile;

import java.util.Arrays;
import java.util.List;

/**
 * Where a pattern's plain text leaves its file, because marks, tags or escapes stand there: what lies between two seams stands in the
 * file as it is, but for white space. What lies behind the last one need not. Offsets count in one text: the title, the summary and the
 * text of each section, each with a line break behind it; the title is not looked at. Immutable.
 */
public final class Seams {
    /** Those of a profile that tells of none, as of earlier builds: everything counts as being in the file. */
    public static final Seams UNKNOWN = new Seams(new int[0]);

    private final int[] offsets;

    private Seams(int[] offsets) {
        this.offsets = offsets;
    }

    /** Takes offsets in ascending order. */
    public static Seams of(List<Integer> offsets) {
        return offsets.isEmpty()
                ? UNKNOWN
                : new Seams(offsets.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The offsets, ascending. */
    public List<Integer> offsets() {
        return Arrays.stream(offsets).boxed().toList();
    }

    /** The seams behind one offset and before another. */
    public int[] between(int from, int to) {
        int first = firstAt(from + 1);
        return Arrays.copyOfRange(offsets, first, Math.max(first, firstAt(to)));
    }

    /** Whether all from one offset to before another stands in the file as it is. */
    public boolean spare(int from, int to) {
        return offsets.length == 0 || to <= offsets[offsets.length - 1] && firstAt(from + 1) == firstAt(to);
    }

    private int firstAt(int offset) {
        int at = Arrays.binarySearch(offsets, offset);
        return at < 0 ? -at - 1 : at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seams seams && Arrays.equals(offsets, seams.offsets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return Arrays.toString(offsets);
    }
}
