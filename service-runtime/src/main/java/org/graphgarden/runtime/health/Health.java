package org.graphgarden.runtime.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The health of a program. <em>Live</em>: what it is doing goes on, so restarting it would not help. <em>Ready</em>: it can do
 * its work: topics are verified and state is restored. Services add their checks; safe for several threads.
 */
public final class Health {

    private final List<Named> live = new CopyOnWriteArrayList<>();
    private final List<Named> ready = new CopyOnWriteArrayList<>();

    private record Named(String name, Check check) {
        Stream<String> problem() {
            return check.problem().map(problem -> name + ": " + problem).stream();
        }
    }

    /** Adds a check of being alive. */
    public Health live(String name, Check check) {
        live.add(new Named(name, check));
        return this;
    }

    /** Adds a check of being ready. */
    public Health ready(String name, Check check) {
        ready.add(new Named(name, check));
        return this;
    }

    /** Why it is not alive; empty when it is. */
    public List<String> live() {
        return problems(live);
    }

    /** Why it is not ready; empty when it is. */
    public List<String> ready() {
        return problems(ready);
    }

    private static List<String> problems(List<Named> checks) {
        return checks.stream().flatMap(Named::problem).toList();
    }
}
