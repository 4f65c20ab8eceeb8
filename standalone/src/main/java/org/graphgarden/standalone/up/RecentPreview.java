package org.graphgarden.standalone.up;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.graphgarden.standalone.preview.Preview;
import org.jspecify.annotations.Nullable;

/**
 * Makes previews, and gives the last one again for a minute as long as nothing else is imported: so its diff costs no second dry run. What is
 * imported is looked up before a dry run begins, so a push that comes in while it runs makes the next one.
 */
final class RecentPreview implements Supplier<Preview> {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Supplier<?> imported;
    private final Supplier<Preview> run;
    private final LongSupplier nanos;
    private @Nullable Made last;

    /** Previews of large gardens are large: one that memory is wanted for is made again. */
    private record Made(Object imported, SoftReference<Preview> preview, long at) {}

    /**
     * For one garden.
     *
     * @param imported tells what is imported now; equal to what it told before when that is the same
     * @param run makes a dry run and waits for it
     */
    RecentPreview(Supplier<?> imported, Supplier<Preview> run, LongSupplier nanos) {
        this.imported = imported;
        this.run = run;
        this.nanos = nanos;
    }

    @Override
    public synchronized Preview get() {
        Object now = imported.get();
        Preview preview = fresh(now);
        if (preview == null) {
            preview = run.get();
            last = new Made(now, new SoftReference<>(preview), nanos.getAsLong());
        }
        return preview;
    }

    private @Nullable Preview fresh(Object now) {
        return last != null && last.imported().equals(now) && nanos.getAsLong() - last.at() < FRESH.toNanos()
                ? last.preview().get()
                : null;
    }
}
