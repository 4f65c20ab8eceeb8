package org.graphgarden.ingest;

import org.graphgarden.events.IngestPosition;
import org.jspecify.annotations.Nullable;

/**
 * How far a repository is written.
 *
 * @param sequence number of the last closed push, 0 for none
 * @param commit its commit, or empty
 * @param rules {@link GardenSource#rules} it was made with; empty when what is published cannot be told from commits
 * @param open the push being written, or null
 */
record Position(
        long sequence,
        String commit,
        String rules,
        @Nullable Open open) {

    static final Position NONE = new Position(0, "", "", null);

    /**
     * A push of which some transactions are committed.
     *
     * @param commit its commit
     * @param plan hash of its records, in order
     * @param items records of this plan that are written
     * @param changes changes that are written with the push's number, under whichever plan
     */
    record Open(String commit, String plan, int items, int changes) {}

    static Position of(IngestPosition position) {
        Open open = position.getOpenCommit().isEmpty()
                ? null
                : new Open(
                        position.getOpenCommit(),
                        position.getOpenPlan(),
                        position.getOpenItems(),
                        position.getOpenChanges());
        return new Position(position.getSequence(), position.getCommit(), position.getRules(), open);
    }

    IngestPosition toRecord(String garden, String repository) {
        IngestPosition.Builder builder = IngestPosition.newBuilder()
                .setGarden(garden)
                .setRepository(repository)
                .setSequence(sequence)
                .setCommit(commit)
                .setRules(rules);
        if (open != null) {
            builder.setOpenCommit(open.commit())
                    .setOpenPlan(open.plan())
                    .setOpenItems(open.items())
                    .setOpenChanges(open.changes());
        }
        return builder.build();
    }

    Position opened(Open next) {
        return new Position(sequence, commit, rules, next);
    }

    Position closed(String at, String with) {
        return new Position(sequence + 1, at, with, null);
    }

    /** The same, but what is published has to be looked up. */
    Position doubted() {
        return new Position(sequence, commit, "", open);
    }
}
