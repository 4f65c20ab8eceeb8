package org.graphgarden.inference.evaluation;

/** Lots that are drawn by name and seed: the same on every machine, and for a name the same whoever else takes part. */
final class Lot {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Lot() {}

    static long of(String name, long seed) {
        long lot = mixed(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            lot = mixed(lot + name.charAt(i) + GOLDEN);
        }
        return lot;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
