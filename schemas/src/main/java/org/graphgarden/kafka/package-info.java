/** Kafka clients, set up once and alike for every service. */
@NullMarked
package org.graphgarden.kafka;

import org.jspecify.annotations.NullMarked;
