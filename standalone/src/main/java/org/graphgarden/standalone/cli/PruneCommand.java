package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.graphgarden.standalone.preview.Preview;
import org.graphgarden.standalone.tend.OutputFile;
import org.graphgarden.standalone.tend.Summary;
import org.graphgarden.standalone.tend.TendResult;
import org.graphgarden.standalone.up.AskedCycle;
import org.graphgarden.standalone.up.RunningCluster;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden prune}: one cycle, by the services that run. */
@Command(
        name = "prune",
        description = "Asks the services that run for a prune cycle of a garden and waits for it.",
        exitCodeListHeading = "%nExit codes:%n",
        synopsisSubcommandLabel = "[history]",
        subcommands = PruneHistoryCommand.class)
final class PruneCommand extends Subcommand {
    private static final String NOW = "now";
    private static final int MOST_LINES = 200;

    @Parameters(index = "0", arity = "0..1", paramLabel = "<garden>", description = "Its name in the configuration.")
    private String garden = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "now", description = "Plan, commit and publish now.")
    private @Nullable String now;

    @Option(
            names = "--dry-run",
            description = "Plan and show what would change, as a diff with causes; write nothing to Git.")
    private boolean dryRun;

    @Option(names = "--diff", paramLabel = "FILE", description = "With --dry-run: write the whole diff.")
    private @Nullable Path diff;

    @Option(names = "--json", description = "With --dry-run: every revision with causes and diff, for machines.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Converters.Count.class,
            description = "How long to wait for the cycle. Default: 600.")
    private Integer timeout = 600;

    @Option(names = "--allow-refused", description = "Exit with 0 even when files were refused.")
    private boolean allowRefused;

    @Mixin
    private ClusterFlags flags = new ClusterFlags();

    @Override
    public Integer call() {
        if (garden.isEmpty()) {
            throw wrong("say which garden; `garden status` lists them");
        }
        if ((now == null) != dryRun || (now != null && !now.equals(NOW))) {
            throw wrong("say what to do; either now or --dry-run");
        }
        if (!dryRun && (json || diff != null)) {
            throw wrong("--json and --diff show a plan; use them with --dry-run");
        }
        return Refusal.explained(() -> {
                    OutputFile.check("--diff", diff);
                    RunningCluster cluster = RunningCluster.of(flags.options());
                    TendResult result =
                            new AskedCycle(cluster, garden, Clock.systemUTC()).run(dryRun, Duration.ofSeconds(timeout));
                    PrintWriter out = out();
                    if (dryRun) {
                        show(Preview.of(result), out);
                    }
                    if (!json) {
                        Summary.ofCycle(result).forEach(out::println);
                    }
                    return ExitCode.of(result, allowRefused);
                })
                .code();
    }

    private void show(Preview preview, PrintWriter out) {
        OutputFile.write("--diff", diff, file -> file.write(preview.diff()));
        if (json) {
            out.print(preview.json());
        } else if (diff == null) {
            BoundedText.lines(preview.diff(), MOST_LINES, "--diff FILE").forEach(out::println);
        }
    }
}
