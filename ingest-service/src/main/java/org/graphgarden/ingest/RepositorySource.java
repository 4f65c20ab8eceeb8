package org.graphgarden.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.graphgarden.git.Access;
import org.graphgarden.git.CredentialSource;
import org.graphgarden.git.Credentials;
import org.graphgarden.git.PathFilter;
import org.graphgarden.git.RepositoryAddress;
import org.graphgarden.git.SshSetup;
import org.graphgarden.settings.ConfigurationException;
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

    /** The source that the settings describe; secrets are looked up for each connection. */
    public static RepositorySource of(RepositorySettings repository, Duration timeout) {
        SshSetup ssh = new SshSetup(
                repository.sshKey().map(Path::of).orElse(null),
                repository.knownHosts().map(Path::of).orElse(null));
        Access access = new Access(RepositoryAddress.parse(repository.url()), credentials(repository), ssh, timeout);
        return new RepositorySource(
                repository.name(),
                access,
                repository.branch().orElse(null),
                repository.include(),
                repository.exclude());
    }

    /** A secret that is not there at the start is the operator's mistake; one that goes away later is the repository's failure. */
    private static CredentialSource credentials(RepositorySettings repository) {
        if (repository.password().isEmpty()) {
            return CredentialSource.NONE;
        }
        Secret secret = repository.password().get();
        String user = repository.username().orElse("");
        CredentialSource source = () -> {
            try {
                return new Credentials(user, secret.resolve());
            } catch (ConfigurationException | IllegalArgumentException e) {
                throw new IOException("credentials cannot be looked up: " + e.getMessage(), e);
            }
        };
        var unused = secret.resolve();
        return source;
    }

    PathFilter filter() {
        return PathFilter.of(include, exclude);
    }
}
