package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.graphgarden.standalone.tend.Progress;
import org.graphgarden.standalone.tend.Stage;

/** Shows progress: on a terminal one line a stage that keeps itself up to date, elsewhere one plain line when a stage has ended. */
final class ProgressDisplay implements Progress {
    private static final int BAR = 24;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean live;
    private final LongSupplier nanoTime;
    private long drawn;
    private boolean lineOpen;

    /**
     * Makes a display.
     *
     * @param live whether {@code out} is a terminal
     */
    ProgressDisplay(PrintWriter out, boolean live, LongSupplier nanoTime) {
        this.out = out;
        this.live = live;
        this.nanoTime = nanoTime;
        this.drawn = nanoTime.getAsLong() - REDRAW_NANOS;
    }

    @Override
    public synchronized void begin(Stage stage) {
        if (live) {
            draw(String.format(Locale.ROOT, "  %-10s …", stage.title()));
        }
    }

    @Override
    public synchronized void update(Stage stage, long done, long total) {
        long now = nanoTime.getAsLong();
        if (live && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            draw(String.format(Locale.ROOT, "  %-10s %s", stage.title(), measure(done, total)));
        }
    }

    @Override
    public synchronized void end(Stage stage, String outcome, long millis) {
        erase();
        out.println(String.format(Locale.ROOT, "  %-10s %6.1f s  %s", stage.title(), millis / 1000.0, outcome)
                .stripTrailing());
        out.flush();
    }

    /** Takes away the live line, before something else is printed. */
    synchronized void erase() {
        if (lineOpen) {
            out.print(CLEAR_LINE);
            out.flush();
            lineOpen = false;
        }
    }

    private void draw(String line) {
        out.print(CLEAR_LINE + line);
        out.flush();
        lineOpen = true;
    }

    private static String measure(long done, long total) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%,d", done);
        }
        int full = (int) (BAR * Math.min(done, total) / total);
        return "█".repeat(full) + "░".repeat(BAR - full) + String.format(Locale.ROOT, " %,d of %,d", done, total);
    }
}
