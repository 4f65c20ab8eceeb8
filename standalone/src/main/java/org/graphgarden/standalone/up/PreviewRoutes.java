package org.graphgarden.standalone.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.Call;
import org.graphgarden.runtime.edge.Route;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.standalone.preview.Preview;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /gardens/NAME/preview}: what a cycle would do now, as JSON, or as a diff to who asks for {@code text/x-diff} or for {@code
 * preview.diff}. It is a dry run like any other; one at a time a garden. What is not done in time goes on, and is there for who asks again.
 */
final class PreviewRoutes {
    /** The edge gives an answer half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration RUN = Duration.ofMinutes(10);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String RETRY = "5";
    private static final String DIFF = "text/x-diff";

    private final Supplier<Preview> run;
    private final LongSupplier nanos;
    private final ExecutorService worker;
    private @Nullable Future<Preview> running;
    private @Nullable Preview kept;
    private long keptAt;
    private boolean awaited;

    /**
     * For one garden.
     *
     * @param run makes a dry run and waits for it
     */
    PreviewRoutes(Supplier<Preview> run, LongSupplier nanos, ExecutorService worker) {
        this.run = run;
        this.nanos = nanos;
        this.worker = worker;
    }

    /** The routes of every configured garden. */
    static List<Route> of(ServiceContext context) {
        ExecutorService worker = Executors.newCachedThreadPool(PreviewRoutes::thread);
        List<Route> routes = new ArrayList<>();
        for (GardenSettings garden : context.configuration().gardens()) {
            RunningCluster cluster = new RunningCluster(context.configuration(), Optional.empty());
            Supplier<Preview> run =
                    () -> Preview.of(new AskedCycle(cluster, garden.name(), context.clock()).run(true, RUN));
            PreviewRoutes previews = new PreviewRoutes(run, System::nanoTime, worker);
            String path = "/gardens/" + garden.name() + "/preview";
            routes.add(Route.get(path, Route.Access.TOKEN, call -> previews.answer(wantsDiff(call))));
            routes.add(Route.get(path + ".diff", Route.Access.TOKEN, call -> previews.answer(true)));
        }
        return routes;
    }

    private static boolean wantsDiff(Call call) {
        return call.header("Accept").filter(types -> types.contains(DIFF)).isPresent();
    }

    Answer answer(boolean diff) {
        Future<Preview> mine;
        synchronized (this) {
            Preview fresh = takeFresh();
            if (fresh != null) {
                return answer(fresh, diff);
            }
            if (awaited) {
                return later("somebody else waits for a preview of this garden");
            }
            mine = running == null ? begin() : running;
            awaited = true;
        }
        try {
            Preview done = mine.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            end();
            return answer(done, diff);
        } catch (TimeoutException e) {
            leave();
            return later("the preview is being made");
        } catch (ExecutionException e) {
            end();
            return e.getCause() instanceof UpException refused
                    ? later(String.valueOf(refused.getMessage()))
                    : Answer.line(503, "no preview can be made now: " + e.getCause())
                            .with("Retry-After", RETRY);
        } catch (InterruptedException e) {
            leave();
            Thread.currentThread().interrupt();
            return later("the service is stopped");
        }
    }

    private Future<Preview> begin() {
        Future<Preview> begun = worker.submit(run::get);
        running = begun;
        return begun;
    }

    /** What a caller who went away had asked for, if it is done and not old. */
    private @Nullable Preview takeFresh() {
        if (!awaited && running != null && running.isDone()) {
            try {
                kept = running.get();
                keptAt = nanos.getAsLong();
            } catch (ExecutionException | InterruptedException e) {
                kept = null;
            }
            running = null;
        }
        Preview fresh = kept != null && nanos.getAsLong() - keptAt < FRESH.toNanos() ? kept : null;
        kept = null;
        return fresh;
    }

    private synchronized void end() {
        running = null;
        awaited = false;
    }

    private synchronized void leave() {
        awaited = false;
    }

    private static Answer answer(Preview preview, boolean diff) {
        return diff
                ? Answer.text(200, DIFF + "; charset=utf-8", preview.diff())
                : Answer.text(200, "application/json", preview.json());
    }

    private static Answer later(String why) {
        return Answer.line(503, why + "; ask again in a moment").with("Retry-After", RETRY);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    }
}
