package org.graphgarden.git;

/**
 * A regular file of a commit.
 *
 * @param path path from the top of the repository, forward slashes
 * @param blob Git object id of its content, 40 hexadecimal digits
 */
public record TreeFile(String path, String blob) {}
