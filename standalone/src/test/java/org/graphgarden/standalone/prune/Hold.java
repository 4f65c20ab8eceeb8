package org.graphgarden.standalone.prune;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.graphgarden.pruner.cycle.CycleListener;
import org.graphgarden.pruner.publish.CycleMark;

/** Holds a cycle up when everything is read. */
class Hold implements CycleListener {
    final List<Boolean> owned = new CopyOnWriteArrayList<>();
    final AtomicInteger started = new AtomicInteger();
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public void owned(String garden, boolean isOwned) {
        owned.add(isOwned);
    }

    @Override
    public void started(CycleMark mark, int enriched) {
        started.incrementAndGet();
    }

    @Override
    public void read(CycleMark mark, int patterns) {
        reached.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
