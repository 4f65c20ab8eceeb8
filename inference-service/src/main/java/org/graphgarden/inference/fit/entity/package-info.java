/** Fits the models that tag patterns with entities. Pure: no Kafka, no clock. */
@NullMarked
package org.graphgarden.inference.fit.entity;

import org.jspecify.annotations.NullMarked;
