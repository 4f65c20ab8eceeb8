package org.graphgarden.format;

/** One entry of a garden section's lists. */
public sealed interface SectionEntry permits EntityEntry, CommunityEntry, LinkEntry {

    /** What tells the entry from the others of its list. */
    String key();

    /** Where the entry stands in its file. */
    Origin origin();

    /** The same entry at another place. */
    SectionEntry at(Origin other);
}
