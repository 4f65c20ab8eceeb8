/** What a push changes in a garden: pure, without Kafka, Git or a clock. */
@NullMarked
package org.graphgarden.ingest.change;

import org.jspecify.annotations.NullMarked;
