package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Where things are when nobody says otherwise. */
final class DefaultFolders {
    private DefaultFolders() {}

    /** The user's cache folder, as the XDG base directory specification has it: a relative path there counts as unset. */
    static Path state(Map<String, String> environment, String home) {
        Path cache = Path.of(Objects.requireNonNullElse(environment.get("XDG_CACHE_HOME"), ""));
        return (cache.isAbsolute() ? cache : Path.of(home, ".cache")).resolve("graph-garden");
    }
}
