package org.graphgarden.pruner.cycle;

import org.graphgarden.pruner.publish.CycleMark;
import org.graphgarden.pruner.publish.Publication;

/** Hears how cycles go; called on the cycle's thread, so answer at once. */
public interface CycleListener {
    /** Hears nothing. */
    CycleListener SILENT = new CycleListener() {};

    /** A garden was taken over, or given up to another member. Told of every garden at the start. */
    default void owned(String garden, boolean owned) {}

    /** A cycle begins; so many patterns have been inferred. */
    default void started(CycleMark mark, int enriched) {}

    /** All repositories have been read; so many patterns are in them. */
    default void read(CycleMark mark, int patterns) {}

    /** One repository is done. */
    default void published(CycleMark mark, Publication publication) {}

    /** The cycle is over and its events are committed. */
    default void finished(CycleReport report) {}

    /** A cycle could not be run or its events could not be written; that is committed, too. */
    default void failed(String garden, String why) {}

    /** Something could not be processed and went to the dead letters; committed. */
    default void deadLetter(String garden, String code) {}

    /** The service itself cannot go on and starts over, such as when the cluster refuses it. */
    default void startsOver(Throwable why) {}
}
