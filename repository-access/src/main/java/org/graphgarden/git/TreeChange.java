package org.graphgarden.git;

import org.jspecify.annotations.Nullable;

/**
 * A path whose content differs between two commits.
 *
 * @param path path from the top of the repository, forward slashes
 * @param before object id of the old content, or null when there was no regular file
 * @param after object id of the new content, or null when there is no regular file any more
 */
public record TreeChange(
        String path, @Nullable String before, @Nullable String after) {

    public TreeChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change of " + path + " must have a before or an after");
        }
    }
}
