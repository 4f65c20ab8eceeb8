package org.graphgarden.ingest.webhook;

import java.util.List;
import java.util.Set;

/** The body of a push as GitHub made it, and Gitea and Forgejo took it over. */
final class PushForm {

    /** What is read of it. */
    static final Set<String> WANTED = Set.of(
            "ref",
            "ref_type",
            "before",
            "after",
            "deleted",
            "repository.clone_url",
            "repository.ssh_url",
            "repository.html_url",
            "repository.default_branch");

    private PushForm() {}

    /** The repository's addresses. */
    static Set<String> addresses(Payload payload) {
        return payload.addresses("repository.clone_url", "repository.ssh_url", "repository.html_url");
    }

    /**
     * The push event.
     *
     * @throws org.graphgarden.runtime.edge.RefusedException when it lacks what a push has
     */
    static Notice.Pushed push(Payload payload) {
        String ref = payload.text("ref");
        String before = payload.text("before");
        String after = payload.text("after");
        Set<String> addresses = addresses(payload);
        if (addresses.isEmpty()
                || !ref.startsWith("refs/")
                || !RefMove.isObjectId(before)
                || !RefMove.isObjectId(after)) {
            throw Payload.unusable("a push needs repository.clone_url, ref, before and after");
        }
        RefMove move = new RefMove(ref, before, payload.isTrue("deleted") ? RefMove.NOTHING : after);
        return new Notice.Pushed(addresses, List.of(move), payload.text("repository.default_branch"));
    }

    /** The event of a branch that was deleted, for forges that send no push for it. */
    static Notice deletion(Payload payload) {
        Set<String> addresses = addresses(payload);
        if (addresses.isEmpty() || !payload.text("ref_type").equals("branch")) {
            return new Notice.Ignored(addresses, "not a branch");
        }
        RefMove move = new RefMove(RefMove.HEADS + payload.text("ref"), "", RefMove.NOTHING);
        return new Notice.Pushed(addresses, List.of(move), payload.text("repository.default_branch"));
    }
}
