package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Works on a list in parallel, slice by slice, with results in the order of the list. */
public final class Slices {
    private static final int SIZE = 64;

    private Slices() {}

    /** The list in parts of that many elements, the last one shorter. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }

    /**
     * @param stop gives up between slices
     * @param work is called once a slice, on some thread, and answers one result for each element or fewer
     */
    static <T, R> List<R> map(StopSign stop, List<T> all, Function<List<T>, List<R>> work) {
        return map(stop, all, SIZE, work);
    }

    /** The same with slices of a given size. */
    public static <T, R> List<R> map(StopSign stop, List<T> all, int size, Function<List<T>, List<R>> work) {
        return of(all, size).parallelStream()
                .map(slice -> {
                    stop.check();
                    return work.apply(slice);
                })
                .flatMap(List::stream)
                .toList();
    }
}
