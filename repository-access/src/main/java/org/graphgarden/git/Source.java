package org.graphgarden.git;

import java.io.File;
import java.util.List;
import org.eclipse.jgit.lib.Repository;

/** Where a clone gets its commits from. */
sealed interface Source permits LocalSource, RemoteSource {

    /** Prefix of the refs under which the source's branches stand in the clone. */
    String TRACKING = "refs/remotes/origin/";

    /** Folders of objects that the clone borrows instead of copying. */
    List<File> borrowedObjects();

    /** Brings the wanted branches into the clone, if they are not there as they are, and finds the head of the followed one. */
    FetchOutcome fetch(Repository clone, WantedBranches wanted);

    static Source of(Access access) {
        return access.address().kind() == RepositoryAddress.Kind.LOCAL
                ? new LocalSource(access.address())
                : new RemoteSource(access);
    }
}
