package org.graphgarden.pruner.plan;

/** What the pruner does to one entry. What it keeps as it stands has no decision. */
public enum Action {
    PLANT,
    /** Plants a link of a symmetric type because the other end has it. */
    RECIPROCATE,
    DROP,
    RETARGET,
    REWRITE,
    /** Lowers the confidence of a link that is no longer affirmed. */
    WEAKEN,
    REFRESH
}
