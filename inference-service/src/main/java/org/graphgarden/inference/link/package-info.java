/** Candidate links: features, confidence, type and reason. Pure: no Kafka, no clock. */
@NullMarked
package org.graphgarden.inference.link;

import org.jspecify.annotations.NullMarked;
