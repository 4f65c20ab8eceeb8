package org.graphgarden.pruner.plan;

import java.util.List;

/**
 * What a commit made of the patterns of a repository.
 *
 * @param commit the commit, as a reader is to see it
 * @param gone patterns that stood in files which it removed, or to which it gave another slug
 * @param come patterns that stand in files which it added, or to which it gave another slug
 */
public record Passage(String commit, List<Trace> gone, List<Trace> come) {

    /**
     * What a pattern's file said when the commit was made.
     *
     * @param slug its slug
     * @param id its id, or empty
     * @param body a hash of its body; empty when the body is
     */
    public record Trace(String slug, String id, String body) {}

    public Passage {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }
}
