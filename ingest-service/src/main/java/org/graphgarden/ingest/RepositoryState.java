package org.graphgarden.ingest;

import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.PatternTree;
import org.graphgarden.ingest.change.RepositoryTable;
import org.graphgarden.ingest.feedback.FeedbackHistory;
import org.graphgarden.ingest.read.PlantedHistory;

/** What the owner of a garden holds of one repository. One thread at a time. */
final class RepositoryState {

    private final RepositorySource source;
    private final BareClone clone;
    private final PathFilter filter;
    private final PlantedHistory planted;
    private final FeedbackHistory feedback;
    private Position position;
    private RepositoryTable table;
    private boolean tableFromCommit = true;

    RepositoryState(RepositorySource source, BareClone clone, Position position) {
        this.source = source;
        this.clone = clone;
        this.filter = source.filter();
        this.planted = new PlantedHistory(filter);
        this.feedback = new FeedbackHistory(filter);
        this.position = position;
        this.table = RepositoryTable.empty(source.name());
    }

    String name() {
        return source.name();
    }

    BareClone git() {
        return clone;
    }

    PathFilter filter() {
        return filter;
    }

    PlantedHistory planted() {
        return planted;
    }

    FeedbackHistory feedback() {
        return feedback;
    }

    Position position() {
        return position;
    }

    RepositoryTable table() {
        return table;
    }

    /** Commit whose files {@link #table} holds; {@link PatternTree#NOTHING} before the import. */
    String base() {
        return position.commit();
    }

    /** Whether the table was read from a commit, so that a difference to it can be applied. */
    boolean tableFromCommit() {
        return tableFromCommit;
    }

    void moveTo(Position next) {
        position = next;
    }

    void hold(RepositoryTable next, boolean fromCommit) {
        table = next;
        tableFromCommit = fromCommit;
    }
}
