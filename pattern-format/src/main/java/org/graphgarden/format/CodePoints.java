package org.graphgarden.format;

/** Turns positions in code points, which SnakeYAML counts, into offsets in a string. */
final class CodePoints {

    private static final int[] SAME = {};

    private final int[] offsets;

    private CodePoints(int[] offsets) {
        this.offsets = offsets;
    }

    static CodePoints of(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new CodePoints(SAME);
        }
        int[] offsets = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[count] = at;
        return new CodePoints(offsets);
    }

    int toOffset(int codePoints) {
        return offsets.length == 0 ? codePoints : offsets[Math.min(codePoints, offsets.length - 1)];
    }
}
