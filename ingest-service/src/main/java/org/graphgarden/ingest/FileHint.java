package org.graphgarden.ingest;

import java.util.Optional;
import org.graphgarden.events.PushNoticed;
import org.jspecify.annotations.Nullable;

/**
 * A file that an operator wants read and told of again, though nothing about it changed.
 *
 * @param path its path inside the repository; empty when only the slug is known
 * @param slug the slug that it stands for; empty when the path is known
 */
record FileHint(String path, String slug) {

    /** What a hint says of a file, if anything. */
    static Optional<FileHint> of(@Nullable PushNoticed notice) {
        if (notice == null || (notice.getPath() == null && notice.getSlug() == null)) {
            return Optional.empty();
        }
        return Optional.of(new FileHint(orEmpty(notice.getPath()), orEmpty(notice.getSlug())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
