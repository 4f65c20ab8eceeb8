package org.graphgarden.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that only waiting moves; waiting takes no time. */
final class ScriptedPacer implements Pacer {

    final List<Duration> pauses = new ArrayList<>();
    OnPause onPause = number -> {};
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration pause) {
        now += pause.toNanos();
        pauses.add(pause);
        try {
            onPause.happen(pauses.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happens while somebody waits. */
    interface OnPause {
        void happen(int number) throws IOException;
    }
}
