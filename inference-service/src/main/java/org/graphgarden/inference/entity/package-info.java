/** Tags a pattern with the entities it is about. Pure: no Kafka, no clock. */
@NullMarked
package org.graphgarden.inference.entity;

import org.jspecify.annotations.NullMarked;
