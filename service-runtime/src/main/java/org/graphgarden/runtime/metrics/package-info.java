/** Meters, each declared with unit and meaning, and what Prometheus reads. */
@NullMarked
package org.graphgarden.runtime.metrics;

import org.jspecify.annotations.NullMarked;
