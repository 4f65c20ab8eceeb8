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
 * @param request address of the pull request that proposes the commit; empty when there is none
 */
public record Publication(
        String repository,
        Outcome outcome,
        String message,
        String ref,
        String base,
        @Nullable String commit,
        List<PublishedRevision> revisions,
        List<RefusedFile> refused,
        String request) {

    public Publication {
        revisions = List.copyOf(revisions);
        refused = refused.stream().sorted(RefusedFile.BY_PLACE).distinct().toList();
    }

    /** Without a request. */
    public Publication(
            String repository,
            Outcome outcome,
            String message,
            String ref,
            String base,
            @Nullable String commit,
            List<PublishedRevision> revisions,
            List<RefusedFile> refused) {
        this(repository, outcome, message, ref, base, commit, revisions, refused, "");
    }

    /** The same, proposed by a request. */
    public Publication requested(String address, String note) {
        return new Publication(repository, outcome, joined(note), ref, base, commit, revisions, refused, address);
    }

    /** The same with another end; what was said before is said first. */
    public Publication ended(Outcome other, String why) {
        return new Publication(repository, other, joined(why), ref, base, commit, revisions, refused, request);
    }

    private String joined(String more) {
        return message.isEmpty() || more.isEmpty() ? message + more : message + "; " + more;
    }
}
