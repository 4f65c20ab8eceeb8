package org.graphgarden.inference.index;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unmodifiable list that grows by making another: what was there when it was frozen is shared, and only what has been added
 * since is copied.
 */
public final class Appended<E> extends AbstractList<E> implements RandomAccess {
    private final List<E> frozen;
    private final List<E> later;

    private Appended(List<E> frozen, List<E> later) {
        this.frozen = frozen;
        this.later = later;
    }

    /** Freezes a copy of these. */
    public static <E> Appended<E> of(List<E> frozen) {
        return new Appended<>(List.copyOf(frozen), List.of());
    }

    /** These and more. */
    public Appended<E> with(List<E> more) {
        List<E> all = new ArrayList<>(later.size() + more.size());
        all.addAll(later);
        all.addAll(more);
        return new Appended<>(frozen, List.copyOf(all));
    }

    @Override
    public E get(int index) {
        return index < frozen.size() ? frozen.get(index) : later.get(index - frozen.size());
    }

    @Override
    public int size() {
        return frozen.size() + later.size();
    }
}
