/** Webhooks: who may hint that a repository moved, and how the hint comes into Kafka. */
@NullMarked
package org.graphgarden.ingest.webhook;

import org.jspecify.annotations.NullMarked;
