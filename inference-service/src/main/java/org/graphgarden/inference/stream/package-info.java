/** The Kafka Streams topology: the profile stage and the garden task. Thin: what is inferred is decided in the pure packages. */
@NullMarked
package org.graphgarden.inference.stream;

import org.jspecify.annotations.NullMarked;
