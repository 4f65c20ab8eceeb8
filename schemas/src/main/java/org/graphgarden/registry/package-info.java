/** Avro values in the Confluent wire format, and the registries that know their schemas. */
@NullMarked
package org.graphgarden.registry;

import org.jspecify.annotations.NullMarked;
