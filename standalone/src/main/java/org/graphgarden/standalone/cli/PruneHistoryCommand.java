package org.graphgarden.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import org.graphgarden.standalone.cycles.CycleJson;
import org.graphgarden.standalone.cycles.CycleRow;
import org.graphgarden.standalone.cycles.CycleRows;
import org.graphgarden.standalone.cycles.CycleTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden prune history}: the cycles of the past. */
@Command(
        name = "history",
        description = {
            "Lists prune cycles, the newest first, with their commits and what became of them: merged, proposed, reverted.",
            "Of a garden from the topic of what runs and its repositories; of a repository from its history, with nothing running."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error, or the cluster does not answer",
            "2:usage or configuration error",
            "3:repository unreachable, or not a repository"
        })
final class PruneHistoryCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = TargetFlags.LABEL,
            description = "A garden of the configuration, or a repository. Default: the current folder.")
    private String target = ".";

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "How many at most. Default: 20.")
    private Integer limit = 20;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Mixin
    private TargetFlags flags = new TargetFlags();

    @Override
    public Integer call() {
        List<CycleRow> cycles = Refusal.explained(() -> flags.isGarden(target)
                ? CycleRows.ofTopic(flags.cluster().clients(), flags.tended(target), limit)
                : CycleRows.ofHistory(flags.tended(target), limit));
        PrintWriter out = out();
        if (json) {
            out.println(CycleJson.of(cycles));
        } else {
            CycleTable.of(cycles).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }
}
