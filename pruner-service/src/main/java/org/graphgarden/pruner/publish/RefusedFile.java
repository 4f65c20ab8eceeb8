package org.graphgarden.pruner.publish;

import java.util.Comparator;
import org.graphgarden.format.Problem;

/**
 * A file that is left alone.
 *
 * @param repository name of the repository
 * @param path path inside the repository
 * @param code reason code
 * @param line line, counted from 1; 0 when unknown
 * @param message what is wrong and how to mend it
 */
public record RefusedFile(String repository, String path, String code, int line, String message) {
    /** By repository and path. */
    public static final Comparator<RefusedFile> BY_PLACE = Comparator.comparing(RefusedFile::repository)
            .thenComparing(RefusedFile::path)
            .thenComparing(RefusedFile::code);

    static RefusedFile of(String repository, String path, Problem problem) {
        return new RefusedFile(
                repository, path, problem.code().name(), problem.line(), problem.message() + ". " + problem.remedy());
    }
}
