package org.graphgarden.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.graphgarden.git.Access;
import org.graphgarden.git.Credentials;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.settings.RepositorySettings;
import org.graphgarden.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A repository to watch.
 *
 * @param name name inside its garden
 * @param access how it is reached
 * @param branch branch to follow, or null for the one its HEAD is on
 * @param include globs of candidate files
 * @param exclude globs of files to leave out
 */
public record RepositorySource(
        String name, Access access, @Nullable String branch, List<String> include, List<String> exclude) {

    public RepositorySource {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The source that the settings describe; secrets are resolved. */
    public static RepositorySource of(RepositorySettings repository, Duration timeout) {
        Credentials credentials = repository
                .password()
                .map(Secret::resolve)
                .map(secret -> new Credentials(repository.username().orElse(""), secret))
                .orElse(null);
        Path sshKey = repository.sshKey().map(Path::of).orElse(null);
        Access access = new Access(RepositoryAddress.parse(repository.url()), credentials, sshKey, timeout);
        return new RepositorySource(
                repository.name(),
                access,
                repository.branch().orElse(null),
                repository.include(),
                repository.exclude());
    }

    PathFilter filter() {
        return PathFilter.of(include, exclude);
    }
}
