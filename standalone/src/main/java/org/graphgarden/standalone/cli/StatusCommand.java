package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.graphgarden.standalone.status.GardenStatus;
import org.graphgarden.standalone.status.StatusJson;
import org.graphgarden.standalone.status.StatusReader;
import org.graphgarden.standalone.status.StatusTable;
import org.graphgarden.standalone.up.RunningCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garden status}: how the gardens stand. */
@Command(
        name = "status",
        description = "Shows how the configured gardens stand: repositories, lag, cycles and dead letters.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Clock clock = Clock.systemUTC();
        List<GardenStatus> gardens =
                Refusal.explained(() -> StatusReader.read(RunningCluster.of(flags.options()), clock));
        PrintWriter out = line.getOut();
        if (json) {
            out.println(StatusJson.of(gardens));
        } else {
            StatusTable.of(gardens, clock.instant()).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }
}
