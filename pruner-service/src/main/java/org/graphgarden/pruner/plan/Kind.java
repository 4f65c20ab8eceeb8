package org.graphgarden.pruner.plan;

/** Which list of a section an entry stands in; {@link #SECTION} is the section as a whole. */
public enum Kind {
    ENTITY,
    COMMUNITY,
    LINK,
    SECTION
}
