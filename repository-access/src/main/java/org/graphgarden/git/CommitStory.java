package org.graphgarden.git;

import java.util.List;

/**
 * A commit with all that its text tells.
 *
 * @param note what it says of itself
 * @param parents object ids of its parents, in its order; empty for a first commit and where history is cut off
 * @param message the whole message
 */
public record CommitStory(CommitNote note, List<String> parents, String message) {

    public CommitStory {
        parents = List.copyOf(parents);
    }
}
