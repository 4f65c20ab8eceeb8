package org.graphgarden.ingest.webhook;

import java.time.Duration;

/** Told how webhooks are answered; called on threads of the edge, so it must return at once. */
public interface WebhookListener {

    /** Hears nothing. */
    WebhookListener SILENT = (forge, status, time) -> {};

    /**
     * A delivery was answered.
     *
     * @param forge kind of forge, by path
     * @param status HTTP status of the answer
     * @param time from its headers to the answer
     */
    void answered(String forge, int status, Duration time);

    /**
     * A hint came faster than its repository's pace; one at the end stands for all of them.
     *
     * @param garden name of the garden
     * @param repository name inside the garden
     */
    default void merged(String garden, String repository) {}
}
