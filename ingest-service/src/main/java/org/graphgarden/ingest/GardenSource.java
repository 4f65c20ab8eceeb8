package org.graphgarden.ingest;

import java.util.List;
import org.graphgarden.ingest.read.Hashes;
import org.graphgarden.settings.GardenSettings;

/**
 * A garden to watch.
 *
 * @param name name of the garden
 * @param repositories its repositories; of two files with one slug, that of the earlier repository wins
 */
public record GardenSource(String name, List<RepositorySource> repositories) {

    /** Goes up whenever this build reads other patterns from the same files than the one before. */
    private static final String READER_VERSION = "1";

    public GardenSource {
        repositories = List.copyOf(repositories);
        if (repositories.isEmpty()) {
            throw new IllegalArgumentException("garden " + name + " must have a repository");
        }
    }

    /**
     * A configured garden.
     *
     * @throws IllegalArgumentException when an address is none, without secrets in the message
     */
    public static GardenSource of(GardenSettings garden, IngestSettings settings) {
        return new GardenSource(
                garden.name(),
                garden.repositories().stream()
                        .map(repository -> RepositorySource.of(repository, settings.fetchTimeout()))
                        .toList());
    }

    /** Hash of everything but the commits that decides which patterns the garden has. */
    String rules() {
        StringBuilder text = new StringBuilder(READER_VERSION);
        for (RepositorySource repository : repositories) {
            text.append('\n').append(repository.name());
            text.append('\t').append(repository.include());
            text.append('\t').append(repository.exclude());
        }
        return Hashes.of(text.toString());
    }
}
