/** What Prometheus reads. */
@NullMarked
package org.graphgarden.runtime.metrics;

import org.jspecify.annotations.NullMarked;
