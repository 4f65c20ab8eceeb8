package org.graphgarden.inference.text;

import java.util.Arrays;

/**
 * Whole numbers in as few bytes as they need, seven bits a byte, small ones in one: the numbers of a text's words take a third of what an
 * array of them would. From -3 on they count as small; any may be packed.
 */
public final class Packed {
    /** Packed as 0; what is less wraps around. */
    private static final int LEAST = -3;

    private Packed() {}

    /** Packs the numbers. */
    public static byte[] of(int[] numbers) {
        byte[] packed = new byte[numbers.length * 5 + 5];
        int size = put(numbers.length, packed, 0);
        for (int number : numbers) {
            size = put(number - LEAST, packed, size);
        }
        return Arrays.copyOf(packed, size);
    }

    private static int put(int value, byte[] into, int at) {
        int rest = value;
        int next = at;
        while (rest >>> 7 != 0) {
            into[next++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[next++] = (byte) rest;
        return next;
    }

    /** The numbers that were packed. */
    public static int[] numbers(byte[] packed) {
        int[] numbers = new int[0];
        int at = 0;
        int filled = -1;
        while (filled < numbers.length) {
            int value = packed[at++];
            if (value < 0) {
                value &= 0x7f;
                int shift = 7;
                int more;
                do {
                    more = packed[at++];
                    value |= (more & 0x7f) << shift;
                    shift += 7;
                } while (more < 0);
            }
            if (filled < 0) {
                numbers = new int[value];
            } else {
                numbers[filled] = value + LEAST;
            }
            filled++;
        }
        return numbers;
    }
}
