package org.graphgarden.ingest.change;

/**
 * A file that is passed over because another has its slug; it takes over when the other goes.
 *
 * @param repository name of its repository
 * @param file the file
 * @param winner the one that stands for the slug
 */
public record SlugConflict(String repository, PatternFile file, Published winner) {}
