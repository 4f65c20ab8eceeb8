package org.graphgarden.registry;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro make the records of {@code org.graphgarden.events}. Avro makes no class by name unless it is trusted, not
 * even in the builders of generated records; and it asks before any code of ours has run. So this is hooked in where Avro
 * itself looks for extensions first: as a (never used) kind of logical type, found by the service loader.
 */
public final class TrustedEvents implements LogicalTypes.LogicalTypeFactory {

    private static final String NAME = "graph-garden-trusted-events";
    private static final String PACKAGE = "org.graphgarden.events";

    /** For the service loader. */
    public TrustedEvents() {
        ClassSecurityPredicate ours = type -> type.getPackageName().equals(PACKAGE);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ours, ClassSecurityValidator.getGlobal()));
    }

    @Override
    public LogicalType fromSchema(Schema schema) {
        return new LogicalType(NAME);
    }

    @Override
    public String getTypeName() {
        return NAME;
    }
}
