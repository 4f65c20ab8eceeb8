package org.graphgarden.pruner.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one repository in a cycle.
 *
 * @param repository name of the repository
 * @param outcome how it ended
 * @param message one sentence for the operator when the outcome needs one; may be empty
 * @param ref full name of the ref that was, or would have been, written; empty when there was none to write
 * @param base commit that the revisions rest on; empty when the repository could not be read
 * @param commit the commit that was made or adopted; null when there is none
 * @param revisions what the commit revises, by slug
 * @param refused files that were left alone, by path
 */
public record Publication(
        String repository,
        Outcome outcome,
        String message,
        String ref,
        String base,
        @Nullable String commit,
        List<PublishedRevision> revisions,
        List<RefusedFile> refused) {

    public Publication {
        revisions = List.copyOf(revisions);
        refused = refused.stream().sorted(RefusedFile.BY_PLACE).distinct().toList();
    }
}
