package org.graphgarden.runtime.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * How many requests of one caller are answered at a time, so that one who sends slowly does not hold every place. Remembers those
 * who are inside. Safe for several threads.
 */
final class Places {

    private final int most;
    private final Map<String, Integer> inside = new HashMap<>();

    /** @param most requests of one caller at a time, 1 or more */
    Places(int most) {
        this.most = most;
    }

    /** Takes a place, if the caller does not have as many as one may; to be followed by {@link #leave} when it was had. */
    synchronized boolean enter(String caller) {
        if (inside.getOrDefault(caller, 0) >= most) {
            return false;
        }
        inside.merge(caller, 1, Integer::sum);
        return true;
    }

    /** Gives a place back. */
    synchronized void leave(String caller) {
        inside.computeIfPresent(caller, (any, count) -> count == 1 ? null : count - 1);
    }
}
