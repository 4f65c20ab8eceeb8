package org.graphgarden.inference.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records whose processing failed. What it had begun is undone with its transaction; when the record comes again it is left out
 * before anything is touched, so a task never goes on from half of a step. Shared by all threads of the process; a new process
 * tries once more.
 */
final class Poison {
    private static final int MOST = 1000;

    private final Map<Place, RuntimeException> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, RuntimeException> eldest) {
            return size() > MOST;
        }
    };

    private record Place(String topic, int partition, long offset) {}

    /** Tells of a failure; the thread ends with it, and another does its work again. */
    synchronized void note(String topic, int partition, long offset, RuntimeException failure) {
        failures.put(new Place(topic, partition, offset), failure);
    }

    /** What the record at this place failed with before. */
    synchronized Optional<RuntimeException> at(String topic, int partition, long offset) {
        return Optional.ofNullable(failures.get(new Place(topic, partition, offset)));
    }

    /** Whether a thread ends because of a record that will be left out from now on. */
    synchronized boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable each = cause;
            if (failures.values().stream().anyMatch(known -> known == each)) {
                return true;
            }
        }
        return false;
    }
}
