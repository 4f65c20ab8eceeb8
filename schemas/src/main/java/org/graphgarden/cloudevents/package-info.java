/** CloudEvents attributes and the trace context as Kafka headers: made here for every record that is written. */
@NullMarked
package org.graphgarden.cloudevents;

import org.jspecify.annotations.NullMarked;
