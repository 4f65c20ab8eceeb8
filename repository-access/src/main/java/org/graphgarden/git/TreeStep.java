package org.graphgarden.git;

import java.util.List;

/**
 * What one commit made of its first parent.
 *
 * @param commit object id of the commit
 * @param changes what differs from its first parent among the files of a filter, by path
 */
public record TreeStep(String commit, List<TreeChange> changes) {

    public TreeStep {
        changes = List.copyOf(changes);
    }
}
