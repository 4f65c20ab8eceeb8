package org.graphgarden.inference.stream;

/** How many patterns may be in memory, counted over all tasks of a process. Safe for several threads. */
final class Room {
    /** Heap of an open pattern; measured over 3,414 whole texts: 105 kB with the profile. */
    private static final long BYTES = 110_000;

    private final int patterns;
    private int taken;

    Room(int patterns) {
        this.patterns = patterns;
    }

    /** Half of the heap: the other half is for opening, and for everything else. */
    static Room inHeap(long bytes) {
        return new Room((int) Math.min(Integer.MAX_VALUE, bytes / 2 / BYTES));
    }

    synchronized boolean hasFor(int more) {
        return taken + more <= patterns;
    }

    synchronized void take(int more) {
        taken += more;
    }

    synchronized void giveBack(int fewer) {
        taken -= fewer;
    }
}
