package org.graphgarden.standalone.cli;

import java.nio.file.Path;
import org.graphgarden.inference.evaluation.Evaluation;
import org.graphgarden.inference.evaluation.ReliabilityDiagram;
import org.graphgarden.standalone.evaluate.EvaluateOptions;
import org.graphgarden.standalone.evaluate.EvaluateRun;
import org.graphgarden.standalone.evaluate.Report;
import org.graphgarden.standalone.evaluate.ReportJson;
import org.graphgarden.standalone.evaluate.ReportTable;
import org.graphgarden.standalone.tend.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garden evaluate}: how good inference is on a library. */
@Command(
        name = "evaluate",
        description = {
            "Hides a share of the relationships and entities of a library, infers them, and says how many came back,",
            "beside a plain TF-IDF ranking. Writes nothing to the repository."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:internal error", "2:usage error, or nothing to compare with", "3:no such library"})
final class EvaluateCommand extends Subcommand {
    @Parameters(
            paramLabel = "<path|https|ssh url>",
            description = "The library: a Git repository, or a plain folder of patterns.")
    private String repository = "";

    @Option(
            names = "--hold-out",
            paramLabel = "SHARE",
            converter = Converters.Share.class,
            description = "Share of the linked pairs, and of the patterns with entities, to hide. Default: 0.2.")
    private double holdOut = 0.2;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed hides others. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--links",
            paramLabel = "FILE",
            description = "Compare links with these instead: a JSON object a line, source, target and type.")
    private @Nullable Path links;

    @Option(
            names = "--judged",
            paramLabel = "FILE",
            description = "Compare confidences with what a reader said: source, target, type, verdict (0 to 2) and"
                    + " tfidf_rank (the ranks it was drawn from) a line.")
    private @Nullable Path judged;

    @Option(
            names = "--entities",
            paramLabel = "FILE",
            description = "Compare entities with these instead: slug and entities a line.")
    private @Nullable Path entities;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to FILE for machines.")
    private @Nullable Path json;

    @Option(
            names = "--diagram",
            paramLabel = "FILE.svg",
            description = "Draw how far confidence means what it says, from judged pairs if there are any.")
    private @Nullable Path diagram;

    @Mixin
    private LibraryFlags flags = new LibraryFlags();

    @Override
    public Integer call() {
        ProgressDisplay progress = new ProgressDisplay(err(), Console.isTerminal(), System::nanoTime);
        try {
            Report report = LibraryFlags.explained(() -> run(progress));
            progress.erase();
            report.library().refused().forEach(file -> err().println(
                            "  left out   " + file.path() + ": " + file.code()));
            report.leftOut().forEach(finding -> err().println("  left out   " + finding.message()));
            ReportTable.of(report).forEach(out()::println);
            return ExitCode.DONE.code();
        } finally {
            progress.erase();
        }
    }

    private Report run(ProgressDisplay progress) {
        OutputFile.check("--json", json);
        OutputFile.check("--diagram", diagram);
        EvaluateOptions options =
                new EvaluateOptions(repository, flags.reading(), holdOut, seed, links, judged, entities);
        Report report = new EvaluateRun(options, flags.models(), progress).run();
        OutputFile.write("--json", json, file -> file.write(ReportJson.of(report)));
        OutputFile.write("--diagram", diagram, file -> file.write(draw(report)));
        return report;
    }

    private static String draw(Report report) {
        Evaluation figures = report.evaluation();
        String library = "Confidence on " + report.library().name();
        if (figures.judged() != null) {
            return ReliabilityDiagram.of(
                    library, "share kept by a reader", figures.judged().reliability());
        }
        if (figures.links() != null) {
            return ReliabilityDiagram.of(
                    library,
                    "share that was hidden (a lower bound)",
                    figures.links().reliability());
        }
        throw new CommandException(
                ExitCode.USAGE, "--diagram has no links to draw; give answers with --links or --judged");
    }
}
