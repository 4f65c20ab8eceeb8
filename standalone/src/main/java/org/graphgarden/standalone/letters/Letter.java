package org.graphgarden.standalone.letters;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.graphgarden.events.DeadLetter;

/**
 * A letter and what became of it.
 *
 * @param id where it lies
 * @param key its record key
 * @param content what it says
 * @param replayedAt when it was replayed, if it was
 */
public record Letter(LetterId id, String key, DeadLetter content, Optional<Instant> replayedAt) {

    /** The stage in lower case. */
    String stage() {
        return content.getStage().name().toLowerCase(Locale.ROOT);
    }

    /** Path of the file, or topic, partition and offset of the record. */
    String where() {
        return content.getPath().isEmpty()
                ? content.getSourceTopic() + "-" + content.getSourcePartition() + "@" + content.getSourceOffset()
                : content.getPath();
    }
}
