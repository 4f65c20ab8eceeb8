package org.graphgarden.standalone.watch;

import java.util.Optional;
import org.graphgarden.topics.RecordKeys;
import org.graphgarden.topics.Topic;

/**
 * What is to be shown.
 *
 * @param topic to follow
 * @param garden whose records; empty for all
 * @param fromBeginning whether what is there already is shown as well
 * @param limit how many records, 1 or more; empty for no end
 */
public record WatchOptions(Topic topic, Optional<String> garden, boolean fromBeginning, Optional<Integer> limit) {

    public WatchOptions {
        garden.ifPresent(name -> RecordKeys.requireName("garden", name));
        if (limit.isPresent() && limit.get() < 1) {
            throw new IllegalArgumentException("limit is " + limit.get() + ", but has to be 1 or more");
        }
    }
}
