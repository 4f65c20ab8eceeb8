package org.graphgarden.pruner.forge;

import java.util.List;

/**
 * What a request says.
 *
 * @param head short name of the branch with the commit
 * @param commit that commit
 * @param cycle the cycle that made it, as the body says
 * @param base short name of the branch it is to be merged into
 * @param title one line
 * @param body Markdown
 * @param labels to be set beside whatever others there are
 */
public record Proposal(
        String head, String commit, String cycle, String base, String title, String body, List<String> labels) {
    public Proposal {
        labels = List.copyOf(labels);
    }
}
