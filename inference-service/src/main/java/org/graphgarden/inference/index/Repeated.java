package org.graphgarden.inference.index;

/**
 * Tells which of many numbers were surely met only once, in 8 MB whatever their number: two bits for each hash (after Bloom,
 * "Space/time trade-offs in hash coding with allowable errors", 1970, with one hash function and counts up to two). Numbers whose
 * hashes collide count as one.
 */
final class Repeated {
    private static final int BITS = 25;
    private static final long MASK = (1L << BITS) - 1;

    private final long[] once = new long[1 << BITS - 6];
    private final long[] again = new long[1 << BITS - 6];

    void meet(long value) {
        long hash = Hashes.mixed(value) & MASK;
        int at = (int) (hash >>> 6);
        long bit = 1L << hash;
        again[at] |= once[at] & bit;
        once[at] |= bit;
    }

    /** Whether the number may have been met twice; no means that it was not. */
    boolean mayBe(long value) {
        long hash = Hashes.mixed(value) & MASK;
        return (again[(int) (hash >>> 6)] >>> hash & 1) != 0;
    }
}
