/** What a cycle changes and why. Pure: no Kafka, no Git, no clock. */
@NullMarked
package org.graphgarden.pruner.plan;

import org.jspecify.annotations.NullMarked;
