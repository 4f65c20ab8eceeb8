package org.graphgarden.standalone.tend;

import org.graphgarden.git.BareClone;
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

    /** The clone in which the pruner makes its commits. */
    BareClone clone(RunContext context, RepositorySettings repository);
}
