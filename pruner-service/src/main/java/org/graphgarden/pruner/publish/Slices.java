package org.graphgarden.pruner.publish;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Works on a list in parallel, slice by slice, with results in the order of the list. */
final class Slices {
    private static final int SIZE = 64;

    private Slices() {}

    /**
     * @param stop gives up between slices
     * @param work is called once a slice, on some thread, and answers one result for each element or fewer
     */
    static <T, R> List<R> map(StopSign stop, List<T> all, Function<List<T>, List<R>> work) {
        int slices = (all.size() + SIZE - 1) / SIZE;
        return IntStream.range(0, slices)
                .parallel()
                .mapToObj(i -> {
                    stop.check();
                    return work.apply(all.subList(i * SIZE, Math.min(all.size(), (i + 1) * SIZE)));
                })
                .flatMap(List::stream)
                .toList();
    }
}
