package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.graphgarden.standalone.watch.JsonView;
import org.graphgarden.standalone.watch.ReadableView;
import org.graphgarden.standalone.watch.TopicNames;
import org.graphgarden.standalone.watch.WatchOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden watch}: the records of one topic as they come. */
@Command(
        name = "watch",
        description = {
            "Shows the records of a topic as they are committed, one line each, until Ctrl-C.",
            "It joins no consumer group and changes nothing."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the limit was reached, or the reader of the output went away",
            "1:the broker does not answer, the topic is missing, or an internal error",
            "2:usage or configuration error",
            "130:interrupted"
        })
final class WatchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

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

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file; see docs/configuration.md.")
    private @Nullable Path config;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "The broker, instead of kafka.bootstrap.servers of the configuration.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "The schema registry, instead of schema-registry.url of the configuration.")
    private @Nullable String schemaRegistry;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        Console console = new Console(line.getOut(), line.getErr());
        WatchOptions options = options();
        var clients = WatchedCluster.clients(config, bootstrapServers, schemaRegistry);
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
