package org.graphgarden.standalone.cli;

import java.nio.file.Path;

/** Where the services' warnings go. To be decided before the first logger is made, because log4j2.properties reads it then. */
final class Logging {
    private Logging() {}

    /** To a file; with {@code verbose} to standard error as well. */
    static void to(Path file, boolean verbose) {
        System.setProperty("garden.log.file", file.toString());
        System.setProperty("garden.log.level", "info");
        if (verbose) {
            System.setProperty("garden.log.console", "warn");
        }
    }
}
