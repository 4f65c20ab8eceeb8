package org.graphgarden.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.graphgarden.git.BlobReader;
import org.graphgarden.git.PatternTree;

/** Works on blobs with several threads, each with a reader of its own; results come in the order of the items. */
public final class BlobWork implements AutoCloseable {

    private static final int REPORT_EVERY = 100;

    /** Gardens are many and mostly at rest. */
    private static final long IDLE_SECONDS = 10;

    private final int threads;
    private final ExecutorService executor;
    private volatile boolean cancelled;

    /** Work on this many threads, 1 or more. */
    public BlobWork(int threads) {
        this.threads = threads;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "ingest-read");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.executor = pool;
    }

    /**
     * Applies {@code work} to every item.
     *
     * @param progress told now and then how many are done
     * @throws CancellationException when the work was cancelled or this thread interrupted
     */
    public <T, R> List<R> map(
            PatternTree tree, List<T> items, BiFunction<BlobReader, T, R> work, IntConsumer progress) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, items.size()); i++) {
            workers.add(executor.submit(() -> {
                try (BlobReader reader = tree.reader()) {
                    for (int at = next.getAndIncrement(); at < items.size(); at = next.getAndIncrement()) {
                        checkCancelled();
                        results.set(at, work.apply(reader, items.get(at)));
                        int sofar = done.incrementAndGet();
                        if (sofar % REPORT_EVERY == 0 || sofar == items.size()) {
                            progress.accept(sofar);
                        }
                    }
                }
            }));
        }
        workers.forEach(BlobWork::await);
        List<R> inOrder = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            inOrder.add(results.get(i));
        }
        return inOrder;
    }

    /** Makes work that runs now end soon. */
    public void cancel() {
        cancelled = true;
    }

    /** @throws CancellationException when the work was cancelled */
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException("ingest is stopping");
        }
    }

    @Override
    public void close() {
        cancel();
        executor.shutdown();
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
