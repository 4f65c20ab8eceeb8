package org.graphgarden.pruner.forge;

import java.util.List;
import java.util.Optional;
import org.graphgarden.pruner.publish.Surroundings;

/** The requests of one repository on a forge. */
sealed interface Forge permits PullForge, GitLab {
    /** A list that goes on longer is of somebody who does not merge; ours is among the newest or oldest hundreds. */
    int MOST_PAGES = 40;

    /** The forge of an access. */
    static Forge of(ForgeAccess access, Surroundings surroundings) {
        return switch (access.kind()) {
            case GITHUB -> new GitHub(access, surroundings);
            case GITLAB -> new GitLab(access, surroundings);
            case GITEA, FORGEJO -> new Gitea(access, surroundings);
        };
    }

    /** Open requests whose head is that branch of the repository itself; those of forks are not among them. */
    List<OpenRequest> open(String head) throws ForgeException;

    /**
     * Address of the request whose head is that branch of the repository itself and that was closed, not merged, while the branch
     * stood at the commit. Only the newest requests are looked at.
     *
     * @param cycle of the commit, as its description says
     */
    Optional<String> closed(String head, String commit, String cycle) throws ForgeException;

    /** What is remarkable about how the repository was reached, for the operator; empty, or a sentence and a space. */
    default String remark() {
        return "";
    }

    /** Opens one; labels may come later. */
    OpenRequest create(Proposal proposal) throws ForgeException;

    /** Gives one another title and description. */
    void update(OpenRequest request, Proposal proposal) throws ForgeException;

    /** Sets labels beside those that it has. */
    void label(OpenRequest request, List<String> labels) throws ForgeException;

    /** Closes one, and says why in a comment before. */
    void close(OpenRequest request, String why) throws ForgeException;
}
