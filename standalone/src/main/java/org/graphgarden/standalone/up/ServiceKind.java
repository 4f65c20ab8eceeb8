package org.graphgarden.standalone.up;

import java.util.Locale;

/** The services, in the order in which they are started; they are closed the other way round. */
public enum ServiceKind {
    INFERENCE,
    PRUNER,
    INGEST;

    /** Name for people and threads. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
