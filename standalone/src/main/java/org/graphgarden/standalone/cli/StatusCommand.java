package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.graphgarden.standalone.status.GardenStatus;
import org.graphgarden.standalone.status.StatusJson;
import org.graphgarden.standalone.status.StatusReader;
import org.graphgarden.standalone.status.StatusTable;
import org.graphgarden.standalone.up.RunningCluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garden status}: how the gardens stand. */
@Command(
        name = "status",
        description = "Shows how the configured gardens stand: repositories, lag, cycles and dead letters.")
final class StatusCommand extends Subcommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        List<GardenStatus> gardens =
                Refusal.explained(() -> StatusReader.read(RunningCluster.of(flags.options()), clock));
        PrintWriter out = out();
        if (json) {
            out.println(StatusJson.of(gardens));
        } else {
            StatusTable.of(gardens, clock.instant()).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }
}
