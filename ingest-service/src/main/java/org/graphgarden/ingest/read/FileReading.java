package org.graphgarden.ingest.read;

import org.graphgarden.ingest.change.PatternFile;

/** What looking at one file gave. */
sealed interface FileReading {

    /** It is a pattern. */
    record Found(PatternFile file) implements FileReading {}

    /** It means to be a pattern but cannot be read. */
    record Refused(RefusedFile file) implements FileReading {}

    /** It is something else. */
    record Ignored(String path, IgnoreReason reason) implements FileReading {}
}
