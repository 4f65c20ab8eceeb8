package org.graphgarden.inference.evaluation;

/**
 * A link that people made and inference did not see.
 *
 * @param source slug of the pattern in which it stands
 * @param target slug of the pattern that it points at
 * @param type link type; empty, or another word such as {@code related}, when nobody said which
 */
public record GoldLink(String source, String target, String type) {}
