package org.graphgarden.ingest.read;

/**
 * A file to look at.
 *
 * @param path path inside its repository
 * @param blob Git object id of its content
 */
public record FileAt(String path, String blob) {}
