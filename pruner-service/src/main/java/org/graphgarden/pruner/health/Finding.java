package org.graphgarden.pruner.health;

/**
 * Something that is worth a steward's look.
 *
 * @param concern what it is about
 * @param text one sentence with the figures; what it quotes is as it stands in the files
 */
public record Finding(Concern concern, String text) {}
