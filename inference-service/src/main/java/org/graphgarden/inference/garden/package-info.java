/** One garden as a whole: what a cut holds and what is inferred from it. Pure: no Kafka, no clock. */
@NullMarked
package org.graphgarden.inference.garden;

import org.jspecify.annotations.NullMarked;
