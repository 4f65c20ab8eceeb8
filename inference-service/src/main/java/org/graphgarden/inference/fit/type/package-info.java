/** Fits type and direction of links on what people have said: pure, deterministic, without files. */
@NullMarked
package org.graphgarden.inference.fit.type;

import org.jspecify.annotations.NullMarked;
