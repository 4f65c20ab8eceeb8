package org.graphgarden.standalone.tend;

import java.util.List;
import org.graphgarden.git.BareClone;
import org.graphgarden.inference.curated.Trusted;
import org.graphgarden.settings.RepositorySettings;

/** The services of a run. */
interface Services {
    /**
     * Starts inference and pruner, which wait for records.
     *
     * @param context what they are made of; they are added to its cleanup
     */
    void startReaders(RunContext context);

    /** Starts the ingest, whose records set the others to work. */
    void startIngest(RunContext context);

    /** Curated relationships that are not learned from; known when everything has been inferred. */
    default List<Trusted.Finding> leftOut() {
        return List.of();
    }

    /** The clone in which the pruner makes its commits. */
    BareClone clone(RunContext context, RepositorySettings repository);
}
