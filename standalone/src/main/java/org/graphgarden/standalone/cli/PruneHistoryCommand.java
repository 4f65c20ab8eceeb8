package org.graphgarden.standalone.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.graphgarden.standalone.cycles.CycleJson;
import org.graphgarden.standalone.cycles.CycleRow;
import org.graphgarden.standalone.cycles.CycleRows;
import org.graphgarden.standalone.cycles.CycleTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden prune history}: the cycles of the past. */
@Command(
        name = "history",
        description = {
            "Lists prune cycles, the newest first, with their commits and what became of them: merged, proposed, reverted.",
            "Of a garden from the topic of what runs and its repositories; of a repository from its history, with nothing running."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:internal error, or the cluster does not answer",
            "2:usage or configuration error",
            "3:repository unreachable, or not a repository"
        })
final class PruneHistoryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

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
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(CycleJson.of(cycles));
        } else {
            CycleTable.of(cycles).forEach(out::println);
        }
        return ExitCode.DONE.code();
    }
}
