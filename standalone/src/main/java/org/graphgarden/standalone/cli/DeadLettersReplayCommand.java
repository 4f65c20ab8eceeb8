package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.graphgarden.standalone.letters.Letter;
import org.graphgarden.standalone.letters.LetterId;
import org.graphgarden.standalone.letters.LetterJson;
import org.graphgarden.standalone.letters.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden dead-letters replay}. */
@Command(
        name = "replay",
        description = {
            "Processes letters again, each once: its file is read again by ingest, or its record is written to its topic"
                    + " again; in the same transaction the letter is marked.",
            "What still fails comes back as a new letter."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all of them are replayed, now or before",
            "1:some cannot be, another replay has begun, or the cluster does not answer",
            "2:usage or configuration error"
        })
final class DeadLettersReplayCommand extends Subcommand {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "As list shows them, such as 2@17.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Option(names = "--all", description = "All letters that were not replayed yet.")
    private boolean all;

    @Option(names = "--json", description = "For machines: one object a letter.")
    private boolean json;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        if (ids.isEmpty() && !choice.isMade() && !all) {
            throw wrong("say which letters; name ids, --reason, --garden or --all");
        }
        Set<LetterId> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.add(LetterLookup.parse(id)));
        return Refusal.explained(() -> replay(wanted, out())).code();
    }

    private ExitCode replay(Set<LetterId> wanted, PrintWriter out) {
        try (Replay replay = Replay.begin(LetterLookup.clients(flags), Clock.systemUTC())) {
            ExitCode code = ExitCode.DONE;
            for (Letter letter : chosen(replay.letters(), wanted)) {
                Replay.Outcome outcome = replay.replay(letter);
                out.println(json ? LetterJson.of(letter, outcome) : text(letter, outcome));
                code = outcome instanceof Replay.Outcome.Impossible ? ExitCode.INTERNAL : code;
            }
            return code;
        } catch (KafkaException e) {
            if (Replay.isFenced(e)) {
                throw new CommandException(
                        ExitCode.INTERNAL,
                        "another replay has begun; what is said above was done, nothing else. `list` shows where it stands");
            }
            throw e;
        }
    }

    private List<Letter> chosen(List<Letter> letters, Set<LetterId> wanted) {
        wanted.forEach(id -> LetterLookup.find(letters, id));
        return letters.stream()
                .filter(letter -> wanted.isEmpty() ? letter.replayedAt().isEmpty() : wanted.contains(letter.id()))
                .filter(choice::fits)
                .toList();
    }

    private static String text(Letter letter, Replay.Outcome outcome) {
        String what = "letter " + letter.id() + " ";
        if (outcome instanceof Replay.Outcome.Done done) {
            return what + "replayed: " + done.how();
        }
        return outcome instanceof Replay.Outcome.Before before
                ? what + "was replayed at " + before.at() + "; nothing was done"
                : what + "cannot be replayed: " + ((Replay.Outcome.Impossible) outcome).why();
    }
}
