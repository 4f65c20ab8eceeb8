package org.graphgarden.pruner.plan;

import java.util.List;

/**
 * What becomes of one list.
 *
 * @param slots the whole list as it is to stand
 * @param decisions every difference with its cause, in list order
 */
record Outcome<T>(List<Slot<T>> slots, List<Decision> decisions) {}
