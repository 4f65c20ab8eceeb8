/** Programs that measure speed and memory; no tests. */
@NullMarked
package org.graphgarden.inference.bench;

import org.jspecify.annotations.NullMarked;
