package org.graphgarden.runtime.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The health of a program. <em>Live</em>: what it is doing goes on, so restarting it would not help. <em>Ready</em>: it can do
 * its work: topics are verified and state is restored. Services add their checks; safe for several threads.
 */
public final class Health {

    private final List<Named> live = new CopyOnWriteArrayList<>();
    private final List<Named> ready = new CopyOnWriteArrayList<>();

    private final List<Supplier<Health>> parts = new CopyOnWriteArrayList<>();

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

    /** Adds the checks that another has whenever it is asked, such as those of a service that may be started anew. */
    public Health include(Supplier<Health> other) {
        parts.add(other);
        return this;
    }

    /** Why it is not alive; empty when it is. */
    public List<String> live() {
        return problems(live, Health::live);
    }

    /** Why it is not ready; empty when it is. */
    public List<String> ready() {
        return problems(ready, Health::ready);
    }

    private List<String> problems(List<Named> checks, Function<Health, List<String>> same) {
        return Stream.concat(
                        checks.stream().flatMap(Named::problem),
                        parts.stream().flatMap(part -> same.apply(part.get()).stream()))
                .toList();
    }
}
