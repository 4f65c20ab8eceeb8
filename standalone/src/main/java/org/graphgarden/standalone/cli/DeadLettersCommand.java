package org.graphgarden.standalone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.standalone.letters.Letter;
import org.graphgarden.standalone.letters.LetterBox;
import org.graphgarden.standalone.letters.LetterId;
import org.graphgarden.standalone.letters.LetterJson;
import org.graphgarden.standalone.letters.LetterText;
import org.graphgarden.standalone.letters.Replay;
import org.graphgarden.standalone.up.RunningCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden dead-letters}: what could not be processed, and doing it again. */
@Command(
        name = "dead-letters",
        description = {
            "Shows what could not be processed, and processes it again.",
            "For services that keep running: `garden tend` has a broker of its own that ends with the run."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeadLettersCommand.ListLetters.class,
            DeadLettersCommand.ShowLetter.class,
            DeadLettersCommand.ReplayLetters.class
        })
final class DeadLettersCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say what to do; list, show ID or replay");
    }

    /** Which letters are meant. */
    static final class Choice {
        @Option(names = "--reason", paramLabel = "CODE", description = "Only letters with this reason code.")
        private @Nullable String reason;

        @Option(names = "--garden", paramLabel = "NAME", description = "Only letters of this garden.")
        private @Nullable String garden;

        boolean isMade() {
            return reason != null || garden != null;
        }

        boolean fits(Letter letter) {
            return (reason == null || reason.equalsIgnoreCase(letter.content().getCode()))
                    && (garden == null || garden.equals(letter.content().getGarden()));
        }
    }

    @Command(
            name = "list",
            description = "Lists the letters, oldest first.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false)
    static final class ListLetters implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Mixin
        private Choice choice = new Choice();

        @Option(names = "--json", description = "For machines: one object a line.")
        private boolean json;

        @Mixin
        private ClusterFlags flags = new ClusterFlags();

        @Override
        public Integer call() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            List<Letter> letters = Refusal.explained(() -> LetterBox.read(clients(flags))).stream()
                    .filter(choice::fits)
                    .toList();
            if (json) {
                letters.forEach(letter -> out.println(LetterJson.of(letter)));
            } else if (letters.isEmpty()) {
                out.println("no dead letters");
            } else {
                LetterText.table(letters, Clock.systemUTC().instant()).forEach(out::println);
            }
            return ExitCode.DONE.code();
        }
    }

    @Command(
            name = "show",
            description = "Shows one letter: what is wrong, what to do, and where it came from.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false)
    static final class ShowLetter implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "As list shows it, such as 2@17.")
        private String id = "";

        @Option(names = "--raw", description = "Write the original bytes, and nothing else, to standard output.")
        private boolean raw;

        @Option(names = "--json", description = "For machines.")
        private boolean json;

        @Mixin
        private ClusterFlags flags = new ClusterFlags();

        @Override
        public Integer call() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            LetterId wanted = parse(id);
            Letter letter = find(Refusal.explained(() -> LetterBox.read(clients(flags))), wanted);
            if (raw) {
                bytes(letter);
            } else if (json) {
                out.println(LetterJson.of(letter));
            } else {
                LetterText.whole(letter).forEach(out::println);
            }
            return ExitCode.DONE.code();
        }

        private static void bytes(Letter letter) {
            ByteBuffer original = letter.content().getOriginal();
            if (original == null) {
                throw new CommandException(ExitCode.USAGE, "letter " + letter.id() + " holds no bytes");
            }
            PrintStream stream = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
            byte[] bytes = Utils.toArray(original.duplicate());
            stream.write(bytes, 0, bytes.length);
            stream.flush();
        }
    }

    @Command(
            name = "replay",
            description = {
                "Processes letters again, each once: its file is read again by ingest, or its record is written to its topic"
                        + " again; in the same transaction the letter is marked.",
                "What still fails comes back as a new letter."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            sortOptions = false,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all of them are replayed, now or before",
                "1:some cannot be, another replay has begun, or the cluster does not answer",
                "2:usage or configuration error"
            })
    static final class ReplayLetters implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "ID", arity = "0..*", description = "As list shows them, such as 2@17.")
        private List<String> ids = new ArrayList<>();

        @Mixin
        private Choice choice = new Choice();

        @Option(names = "--all", description = "All letters that were not replayed yet.")
        private boolean all;

        @Option(names = "--json", description = "For machines: one object a letter.")
        private boolean json;

        @Mixin
        private ClusterFlags flags = new ClusterFlags();

        @Override
        public Integer call() {
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            if (ids.isEmpty() && !choice.isMade() && !all) {
                throw new CommandLine.ParameterException(
                        line, "say which letters; name ids, --reason, --garden or --all");
            }
            Set<LetterId> wanted = new LinkedHashSet<>();
            ids.forEach(id -> wanted.add(parse(id)));
            return Refusal.explained(() -> replay(wanted, line.getOut())).code();
        }

        private ExitCode replay(Set<LetterId> wanted, PrintWriter out) {
            try (Replay replay = Replay.begin(clients(flags), Clock.systemUTC())) {
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
            wanted.forEach(id -> find(letters, id));
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

    private static KafkaClients clients(ClusterFlags flags) {
        return RunningCluster.of(flags.options()).clients();
    }

    private static LetterId parse(String id) {
        try {
            return LetterId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private static Letter find(List<Letter> letters, LetterId id) {
        return letters.stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "there is no letter " + id + "; letters are kept for 30 days"));
    }
}
