package org.graphgarden.inference.curated;

/**
 * A curated relationship between two patterns of the garden.
 *
 * @param source slug of the pattern in whose file it stands
 * @param target slug of the other pattern; never the source
 * @param type link type as it stands in the file
 * @param list where it stands in the front matter, such as {@code relationships.enables}, or {@code related} in older files
 */
public record CuratedPair(String source, String target, String type, String list) {}
