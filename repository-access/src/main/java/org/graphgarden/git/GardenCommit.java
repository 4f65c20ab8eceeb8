package org.graphgarden.git;

import java.util.List;

/**
 * A commit that carries the {@code Garden-Cycle:} trailer.
 *
 * @param note the commit
 * @param changes what it changed against its first parent, by path; empty when history is cut off before it
 */
public record GardenCommit(CommitNote note, List<TreeChange> changes) {

    public GardenCommit {
        changes = List.copyOf(changes);
    }
}
