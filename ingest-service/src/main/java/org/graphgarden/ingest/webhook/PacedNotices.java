package org.graphgarden.ingest.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.graphgarden.events.PushNoticed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes hints on no faster than their repositories' pace. A look takes in whatever was pushed before it, so of those that come
 * faster one is enough: it is passed on when the pace allows, behind all that it stands for. It waits in memory; one that is lost
 * with the process is no loss, because whoever takes a repository over looks at it. Safe for several threads.
 */
final class PacedNotices {

    private static final Logger LOG = LoggerFactory.getLogger(PacedNotices.class);

    private final PushNotices notices;
    private final WebhookListener listener;
    /** Names of the repositories with a hint that waits. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    PacedNotices(PushNotices notices, WebhookListener listener) {
        this.notices = notices;
        this.listener = listener;
    }

    /**
     * Returns when what the pace allows is safe.
     *
     * @return whether there was any; false when all of them are put off
     * @throws PushNotices.UnavailableException when it may not be safe
     */
    boolean publish(Map<Target, PushNoticed> hints) throws PushNotices.UnavailableException {
        List<PushNoticed> now = new ArrayList<>();
        hints.forEach((target, notice) -> {
            if (target.pace().take()) {
                now.add(notice);
            } else {
                putOff(target, notice);
            }
        });
        if (!now.isEmpty()) {
            notices.publish(now);
        }
        return !now.isEmpty();
    }

    private void putOff(Target target, PushNoticed notice) {
        listener.merged(target.garden(), target.repository());
        if (waiting.add(target.name())) {
            CompletableFuture.delayedExecutor(target.pace().secondsToNext(), TimeUnit.SECONDS)
                    .execute(() -> publishLate(target, notice));
        }
    }

    private void publishLate(Target target, PushNoticed notice) {
        waiting.remove(target.name()); // First of all, for what comes from here on needs a later look.
        target.pace().take();
        try {
            notices.publish(List.of(notice));
        } catch (PushNotices.UnavailableException | IllegalStateException e) {
            LOG.warn(
                    "a hint at {} that was put off is lost, and polling finds what it told: {}",
                    target.name(),
                    e.toString());
        }
    }
}
