package org.graphgarden.ingest;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graphgarden.git.BareClone;

/** The clones of this process, one for each repository, whoever asks: fetches of one clone take turns. Several threads. */
final class Clones implements AutoCloseable {

    private final Path folder;
    private final Map<Path, BareClone> clones = new ConcurrentHashMap<>();

    Clones(Path folder) {
        this.folder = folder;
    }

    BareClone of(String garden, RepositorySource source) {
        Path place = folder.resolve(garden).resolve(source.name());
        return clones.computeIfAbsent(place, at -> BareClone.at(at, source.access()));
    }

    @Override
    public void close() {
        clones.values().forEach(BareClone::close);
    }
}
