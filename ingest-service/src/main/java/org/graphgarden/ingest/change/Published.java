package org.graphgarden.ingest.change;

/**
 * The file that stands for a slug.
 *
 * @param repository name of its repository inside the garden
 * @param file the file
 */
public record Published(String repository, PatternFile file) {}
