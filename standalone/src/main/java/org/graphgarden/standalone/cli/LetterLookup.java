package org.graphgarden.standalone.cli;

import java.util.List;
import java.util.Objects;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.standalone.letters.Letter;
import org.graphgarden.standalone.letters.LetterId;
import org.graphgarden.standalone.up.RunningCluster;

/** Dead letters as commands ask for them: read from the cluster, and found by the ids that people write. */
final class LetterLookup {
    private LetterLookup() {}

    static KafkaClients clients(ClusterFlags flags) {
        return RunningCluster.of(flags.options()).clients();
    }

    static LetterId parse(String id) {
        try {
            return LetterId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    static Letter find(List<Letter> letters, LetterId id) {
        return letters.stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "there is no letter " + id + "; letters are kept for 30 days"));
    }
}
