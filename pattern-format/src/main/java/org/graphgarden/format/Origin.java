package org.graphgarden.format;

/**
 * Where an entry stands in the file it was read from, so that a revision of it finds its lines again.
 *
 * @param index position in its list, counted from 0; -1 for an entry that does not come from a file
 * @param key the entry's id, label or target as it stands in the file; empty for an entry that does not come from a file
 */
public record Origin(int index, String key) {

    /** The origin of entries that do not stand in a file yet. */
    public static final Origin NEW = new Origin(-1, "");

    /** Whether the entry stands in the file. */
    public boolean inFile() {
        return index >= 0;
    }
}
