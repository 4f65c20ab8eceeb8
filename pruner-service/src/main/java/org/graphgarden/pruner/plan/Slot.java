package org.graphgarden.pruner.plan;

/**
 * One place of a revised list.
 *
 * @param from index, in the list as it stands, of the entry that this one keeps or replaces; {@link #NEW} for a new one
 * @param entry what is to stand here
 * @param changed whether its text has to be written; an entry that did not change keeps its bytes
 * @param <T> kind of entry
 */
public record Slot<T>(int from, T entry, boolean changed) {
    /** Index of an entry that the list did not hold. */
    public static final int NEW = -1;

    static <T> Slot<T> keep(int from, T entry) {
        return new Slot<>(from, entry, false);
    }

    static <T> Slot<T> rewrite(int from, T entry) {
        return new Slot<>(from, entry, true);
    }

    static <T> Slot<T> plant(T entry) {
        return new Slot<>(NEW, entry, true);
    }
}
