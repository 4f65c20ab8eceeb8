package org.graphgarden.git;

import java.io.File;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Where a clone gets its commits from. */
sealed interface Source permits LocalSource, RemoteSource {

    /** Prefix of the refs under which the source's branches stand in the clone. */
    String TRACKING = "refs/remotes/origin/";

    /** Folders of objects that the clone borrows instead of copying. */
    List<File> borrowedObjects();

    /** Brings the source's branches into the clone and finds the head of one; null stands for the source's HEAD. */
    FetchOutcome fetch(Repository clone, @Nullable String branch);

    static Source of(Access access) {
        return access.address().kind() == RepositoryAddress.Kind.LOCAL
                ? new LocalSource(access.address())
                : new RemoteSource(access);
    }
}
