package org.graphgarden.pruner.community;

/**
 * Two patterns that are linked, whatever the direction, by people or by a link that stands when the cycle is done. How sure a
 * link is says nothing here, or communities would move whenever a figure does.
 *
 * @param one slug of one end
 * @param other slug of the other end
 */
public record Tie(String one, String other) {}
