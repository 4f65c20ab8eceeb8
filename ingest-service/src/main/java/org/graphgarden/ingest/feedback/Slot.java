package org.graphgarden.ingest.feedback;

/** What became of a slug. */
sealed interface Slot permits Track, Slot.Moved {

    /** Its pattern lives on under another slug. */
    record Moved(String to) implements Slot {}
}
