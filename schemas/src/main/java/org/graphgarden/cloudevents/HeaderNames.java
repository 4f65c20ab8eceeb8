package org.graphgarden.cloudevents;

/** Names of the headers; those of CloudEvents as the Kafka protocol binding has them in its binary mode. */
public final class HeaderNames {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    /** The trace context of the W3C. */
    public static final String TRACE_PARENT = "traceparent";
    /** The cut in which a pattern went: {@code repository:sequence:commit}, with commas between repositories. */
    public static final String CUT = "garden-cut";

    /**
     * The push that a change or profile belongs to, as {@code repository:sequence:commit}: a record whose value cannot be read still
     * counts in it.
     */
    public static final String PUSH = "garden-push";
    /** On a record that an operator replayed: the id of the dead letter. */
    public static final String REPLAY_OF = "garden-replay-of";

    private HeaderNames() {}
}
