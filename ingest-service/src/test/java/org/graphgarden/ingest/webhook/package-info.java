/** Webhooks over real HTTP. */
@NullMarked
package org.graphgarden.ingest.webhook;

import org.jspecify.annotations.NullMarked;
