package org.graphgarden.standalone.up;

import java.util.List;
import org.graphgarden.events.PushNoticed;
import org.graphgarden.ingest.webhook.KafkaPushNotices;
import org.graphgarden.ingest.webhook.PushNotices;
import org.graphgarden.kafka.KafkaClients;
import org.jspecify.annotations.Nullable;

/** Takes hints from the moment on when there is a broker for them; who hints earlier is told to come again. */
final class LateNotices implements PushNotices, AutoCloseable {
    private volatile @Nullable KafkaPushNotices open;

    /** There is a broker now. */
    void open(KafkaClients clients) {
        open = new KafkaPushNotices(clients);
    }

    @Override
    public void publish(List<PushNoticed> notices) throws UnavailableException {
        KafkaPushNotices now = open;
        if (now == null) {
            throw new UnavailableException("still starting", new IllegalStateException("the broker is not there yet"));
        }
        now.publish(notices);
    }

    @Override
    public void close() {
        KafkaPushNotices now = open;
        if (now != null) {
            now.close();
        }
    }
}
