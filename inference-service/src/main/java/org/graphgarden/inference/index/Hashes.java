package org.graphgarden.inference.index;

/** Spreads numbers evenly. */
final class Hashes {
    private Hashes() {}

    /** The finaliser of MurmurHash3 (Austin Appleby, public domain). */
    static long mixed(long value) {
        long h = value;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
