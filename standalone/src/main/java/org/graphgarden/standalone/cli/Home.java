package org.graphgarden.standalone.cli;

import java.nio.file.Path;

/** Where the distribution is unpacked. */
final class Home {
    private Home() {}

    /** The distribution's folder, as the launcher says; the current folder when started without it. */
    static Path folder() {
        return Path.of(System.getProperty("garden.home", ".")).toAbsolutePath().normalize();
    }
}
