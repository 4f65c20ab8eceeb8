package org.graphgarden.standalone.cli;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.graphgarden.kafka.KafkaClients;
import org.graphgarden.standalone.up.RunningCluster;
import org.graphgarden.standalone.watch.JsonView;
import org.graphgarden.standalone.watch.ReadableView;
import org.graphgarden.standalone.watch.TopicNames;
import org.graphgarden.standalone.watch.WatchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden watch}: the records of one topic as they come. */
@Command(
        name = "watch",
        description = {
            "Shows the records of a topic as they are committed, one line each, until Ctrl-C.",
            "It joins no consumer group and changes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the limit was reached, or the reader of the output went away",
            "1:the broker does not answer, the topic is missing, or an internal error",
            "2:usage or configuration error",
            "130:interrupted"
        })
final class WatchCommand extends Subcommand {
    @Parameters(
            paramLabel = "<topic>",
            completionCandidates = Topics.class,
            description = "Enough of its name to tell which: ${COMPLETION-CANDIDATES}.")
    private String topic = "";

    @Option(names = "--garden", paramLabel = "NAME", description = "Only records of this garden.")
    private @Nullable String garden;

    @Option(names = "--from-beginning", description = "Show what is there already as well.")
    private boolean fromBeginning;

    @Option(
            names = "--json",
            description =
                    "Show each record whole, as one JSON object a line: topic, partition, offset, time, key, headers,"
                            + " value. The value of a removal is null.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "End after N records.")
    private @Nullable Integer limit;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        Console console = new Console(out(), err());
        WatchOptions options = options();
        KafkaClients clients =
                Refusal.explained(() -> RunningCluster.of(flags.options()).clients());
        return new WatchAction(console, json ? new JsonView() : new ReadableView())
                .run(clients, options)
                .code();
    }

    private WatchOptions options() {
        try {
            return new WatchOptions(
                    TopicNames.resolve(topic), Optional.ofNullable(garden), fromBeginning, Optional.ofNullable(limit));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    static final class Topics implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TopicNames.all().iterator();
        }
    }
}
