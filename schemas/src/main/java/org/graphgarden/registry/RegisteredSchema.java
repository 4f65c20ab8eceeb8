package org.graphgarden.registry;

import org.apache.avro.Schema;

/**
 * A schema as a registry holds it.
 *
 * @param id number in the registry, 1 or more; what stands in front of every value
 * @param version number under its subject, counted from 1
 */
public record RegisteredSchema(int id, int version, Schema schema) {}
