package org.graphgarden.pruner.publish;

import org.graphgarden.git.BareClone;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the pruner reaches it.
 *
 * @param repository its name
 * @param address where it is
 * @param branch the branch to be tended; null for the one its HEAD is on
 * @param filter which files may be patterns
 * @param mirror the clone to work in; the owner of the site closes it
 */
public record Site(
        String repository,
        RepositoryAddress address,
        @Nullable String branch,
        PathFilter filter,
        BareClone mirror) {}
