package org.graphgarden.pruner.plan;

/** What the pruner does to one entry. What it keeps as it stands has no decision. */
public enum Action {
    PLANT,
    DROP,
    RETARGET,
    REWRITE,
    REFRESH
}
