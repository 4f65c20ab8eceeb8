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
import java.util.function.Supplier;
import org.graphgarden.runtime.edge.Answer;
import org.graphgarden.runtime.edge.Call;
import org.graphgarden.runtime.edge.Route;
import org.graphgarden.settings.GardenSettings;
import org.graphgarden.standalone.preview.Preview;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /gardens/NAME/preview}: what a cycle would do now, as JSON, or as a diff to who asks for {@code text/x-diff} or for {@code
 * preview.diff}. It is a dry run like any other; one at a time a garden. What is not done in time goes on, and is there for who asks again,
 * in either form ({@link RecentPreview}).
 */
final class PreviewRoutes {
    /** The edge gives an answer half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration RUN = Duration.ofMinutes(10);
    private static final String RETRY = "5";
    private static final String DIFF = "text/x-diff";

    private final Supplier<Preview> previews;
    private final ExecutorService worker;
    private @Nullable Future<Preview> running;
    private boolean awaited;

    /**
     * For one garden.
     *
     * @param previews makes a dry run and waits for it, or gives the last one again
     */
    PreviewRoutes(Supplier<Preview> previews, ExecutorService worker) {
        this.previews = previews;
        this.worker = worker;
    }

    /** The routes of every configured garden. */
    static List<Route> of(ServiceContext context) {
        ExecutorService worker = Executors.newCachedThreadPool(PreviewRoutes::thread);
        List<Route> routes = new ArrayList<>();
        for (GardenSettings garden : context.configuration().gardens()) {
            RunningCluster cluster = new RunningCluster(context.configuration(), Optional.empty());
            Supplier<AskedCycle> asked = () -> new AskedCycle(cluster, garden.name(), context.clock());
            Supplier<Preview> recent = new RecentPreview(
                    () -> asked.get().imported(), () -> Preview.of(asked.get().run(true, RUN)), System::nanoTime);
            PreviewRoutes previews = new PreviewRoutes(recent, worker);
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
            if (awaited) {
                return later("somebody else waits for a preview of this garden");
            }
            mine = running == null || running.isDone() ? worker.submit(previews::get) : running;
            running = mine;
            awaited = true;
        }
        try {
            return answer(mine.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), diff);
        } catch (TimeoutException e) {
            return later("the preview is being made");
        } catch (ExecutionException e) {
            return e.getCause() instanceof UpException refused
                    ? later(String.valueOf(refused.getMessage()))
                    : Answer.line(503, "no preview can be made now: " + e.getCause())
                            .with("Retry-After", RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later("the service is stopped");
        } finally {
            leave();
        }
    }

    private synchronized void leave() {
        awaited = false;
        running = running != null && running.isDone() ? null : running;
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
