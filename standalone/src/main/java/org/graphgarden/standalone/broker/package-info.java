/** A real Kafka broker as a child process, and the temporary folder of a run. */
@NullMarked
package org.graphgarden.standalone.broker;

import org.jspecify.annotations.NullMarked;
