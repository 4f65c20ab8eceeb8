package org.graphgarden.ingest.read;

/**
 * A file that cannot be a pattern of the garden, and why.
 *
 * @param path path inside its repository
 * @param blob Git object id of its content
 * @param code reason code
 * @param message what is wrong and how to mend it, in one sentence
 * @param line line of the file, counted from 1; 0 when unknown
 * @param size bytes of the file
 */
public record RefusedFile(String path, String blob, String code, String message, int line, long size) {}
