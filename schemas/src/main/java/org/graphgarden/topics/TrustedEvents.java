package org.graphgarden.topics;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro make the records of {@code org.graphgarden.events}. Avro makes no class by name unless it is trusted, not
 * even in the builders of generated records. {@link Topic} and the serde see to it; a program that uses neither sets the
 * system property {@code org.apache.avro.SERIALIZABLE_PACKAGES}, as this build does for its tests.
 */
public final class TrustedEvents {

    private static final String PACKAGE = "org.graphgarden.events";

    static {
        ClassSecurityPredicate ours = type -> type.getPackageName().equals(PACKAGE);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ours, ClassSecurityValidator.getGlobal()));
    }

    private TrustedEvents() {}

    /** From now on the records are trusted in this process; calling it again changes nothing. */
    public static void trust() {
        // The work is done when this class is loaded.
    }
}
